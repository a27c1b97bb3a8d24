import { readFile } from 'node:fs/promises'
import type { CellValue } from '@kaohe/shared-rules'
import { gridOf, parseArea } from './area.ts'
import type { Stage } from './change.ts'
import { hostEvents, type HostEvent } from './events.ts'
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
  /** How many requests asked for something; office.js also sends some to tidy up. */
  readonly reads: number
  /** Values of a block; the value of one cell. */
  values(sheet: string, address: string): CellValue[][]
  value(sheet: string, address: string): CellValue
  /** Answers the next requests with an error of this code. */
  refuse(code: string, times?: number): void
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

export function fakeExcel(book: FakeBook): FakeExcel {
  const stage: Stage = { book, events: hostEvents() }
  const root = workbook(stage)
  const kept = keptObjects()
  const writes: Write[] = []
  const refusals: string[] = []
  let reads = 0
  let withheld = false
  let waiting: (() => void)[] = []
  const values = (key: string, address: string) => {
    const sheet = findSheet(book, key)
    const area = parseArea(address)
    if (!sheet || !area) throw new Error(`there is no ${key}!${address}`)
    return gridOf(area, (row, column) => cellAt(sheet, row, column)?.value ?? '')
  }
  return {
    book,
    writes,
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
    withholdValues: (wanted) => void (withheld = wanted),
    async answer(request, flags) {
      if (request.Actions.some((action) => action.ActionType === 2)) reads += 1
      if (book.editing && !(flags & waitForCellEdit)) return 'cell-being-edited'
      if (book.editing) await new Promise<void>((go) => void waiting.push(go))
      const code = refusals.shift()
      if (code !== undefined) return refusal(code)
      const response = execute(request, root, kept, (write) => void writes.push(write))
      return withheld ? withoutValues(response) : response
    },
    carry: stage.events.carry,
    save: () => saveXlsx(book),
  }
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
