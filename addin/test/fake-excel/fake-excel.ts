import { readFile } from 'node:fs/promises'
import type { CellValue } from '@kaohe/shared-rules'
import { gridOf, parseArea } from './area.ts'
import type { Stage } from './change.ts'
import { eventTypes, hostEvents, type HostEvent } from './events.ts'
import { cellAt, findSheet, type FakeBook } from './model.ts'
import { workbook } from './objects/workbook.ts'
import { execute, keptObjects, type HostRequest, type HostResponse, type Write } from './protocol.ts'
import { user, type User } from './user.ts'
import { loadXlsx, saveXlsx } from './xlsx-file.ts'

/** Flag of `Excel.run({ delayForCellEdit: true })`. */
const waitForCellEdit = 64

/** A stand-in for Excel with one workbook open: answers the real office.js, and does what a person would do. */
export interface FakeExcel {
  readonly book: FakeBook
  readonly user: User
  /** Every change that came over the wire, in order. */
  readonly writes: readonly Write[]
  /** From here to the end of the test, what comes over the wire was asked for: by this button. */
  asked(button: string): void
  /** Writes that no button was named for, since this was asked last. */
  takeUnasked(): readonly Write[]
  /** How many requests asked for something; office.js also sends some to tidy up. */
  readonly reads: number
  /** Values of a block; the value of one cell. */
  values(sheet: string, address: string): CellValue[][]
  value(sheet: string, address: string): CellValue
  /** Answers the next requests with an error of this code. */
  refuse(code: string, times?: number): void
  /** Refuses the next request that would change something, before it does. */
  refuseWrites(code: string): void
  /** Raises a change event that tells something else than what happened. */
  misinform(event: { readonly worksheetId: string; readonly address: string; readonly details?: object }): void
  /** Hands over `values` as null, as Excel may past its size limit. */
  withholdValues(withheld: boolean): void
  /** Answers one request, or says that a cell is being edited. */
  answer(request: HostRequest, flags: number): Promise<HostResponse | 'cell-being-edited'>
  /** Hands all events to a client. */
  carry(carrier: (events: readonly HostEvent[]) => void): void
  save(): Promise<Uint8Array>
}

/** Opens a workbook: a path, or the bytes of a file. */
export async function openWorkbook(file: string | Uint8Array, name = '工作簿.xlsx'): Promise<FakeExcel> {
  const bytes = typeof file === 'string' ? await readFile(file) : file
  return fakeExcel(await loadXlsx(bytes, typeof file === 'string' ? file : name))
}

/** Every host of this test file: all are held to it that nothing is written unasked. */
export const openedHosts: FakeExcel[] = []

export function fakeExcel(book: FakeBook): FakeExcel {
  const stage: Stage = { book, events: hostEvents() }
  const root = workbook(stage)
  const kept = keptObjects()
  const writes: Write[] = []
  const refusals: string[] = []
  let refusesWrite: string | null = null
  let button: string | null = null
  let unasked: Write[] = []
  let reads = 0
  let withheld = false
  let waiting: (() => void)[] = []
  const values = (key: string, address: string) => {
    const sheet = findSheet(book, key)
    const area = parseArea(address)
    if (!sheet || !area) throw new Error(`there is no ${key}!${address}`)
    return gridOf(area, (row, column) => cellAt(sheet, row, column)?.value ?? '')
  }
  const host: FakeExcel = {
    book,
    writes,
    asked: (by) => void (button = by),
    takeUnasked() {
      const taken = unasked
      unasked = []
      button = null
      return taken
    },
    user: user(stage, () => {
      waiting.forEach((go) => go())
      waiting = []
    }),
    get reads() {
      return reads
    },
    values,
    value: (sheet, address) => values(sheet, address)[0]?.[0] ?? '',
    refuse: (code, times = 1) => void refusals.push(...Array.from({ length: times }, () => code)),
    refuseWrites: (code) => void (refusesWrite = code),
    misinform: ({ worksheetId, address, details }) =>
      stage.events.raise(eventTypes.changed, worksheetId, {
        changeType: 'RangeEdited',
        source: 'Local',
        address,
        worksheetId,
        triggerSource: 'Unknown',
        shiftDirection: 0,
        ...details,
      }),
    withholdValues: (wanted) => void (withheld = wanted),
    async answer(request, flags) {
      if (request.Actions.some((action) => action.ActionType === 2)) reads += 1
      if (book.editing && !(flags & waitForCellEdit)) return 'cell-being-edited'
      if (book.editing) await new Promise<void>((go) => void waiting.push(go))
      const code = refusals.shift()
      if (code !== undefined) return refusal(code)
      const wants = request.Actions.some((action) => action.ActionType === 4)
      if (refusesWrite !== null && wants) {
        const refused = refusesWrite
        refusesWrite = null
        return refusal(refused)
      }
      const response = execute(request, root, kept, (write) => {
        writes.push(write)
        if (button === null) unasked.push(write)
      })
      return withheld ? withoutValues(response) : response
    },
    carry: stage.events.carry,
    save: () => saveXlsx(book),
  }
  openedHosts.push(host)
  return host
}

function refusal(code: string): HostResponse {
  const error = { Code: code, Message: `fake host: told to refuse with ${code}`, ActionIndex: 0, HttpStatusCode: 400 }
  return { Error: error, Results: [], TraceIds: [] }
}

function withoutValues(response: HostResponse): HostResponse {
  const text = JSON.stringify(response, (key, value: unknown) => (key === 'Values' ? null : value))
  // What was written out is what is read in.
  return JSON.parse(text) as HostResponse
}
