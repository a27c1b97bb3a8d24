import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from '../../../i18n/use-translation.ts'
import type { WorkbookError, WorkbookResult } from '../../../workbook/workbook.ts'
import type { QueueEntry } from '../choices.ts'
import type { Drafts } from '../drafts.ts'
import type { Line } from '../items.ts'
import { decisionText } from '../decision-text.ts'
import type { DeskWorkbook } from '../VerifierDesk.tsx'
import { readSheet, type SheetRow } from './read-sheet.ts'
import { sheetReport, sheetTable } from './sheet-report.ts'

export type SheetState =
  | { readonly step: 'looking' }
  | { readonly step: 'no-sheet' }
  | { readonly step: 'pulling'; readonly at: 'reading' | 'writing' }
  | { readonly step: 'read'; readonly sheet: string; readonly rows: readonly SheetRow[]; readonly wrote: number | null }
  | { readonly step: 'stopped'; readonly error: WorkbookError }

interface UseSheet {
  readonly book: DeskWorkbook
  readonly entries: readonly QueueEntry[]
  readonly drafts: Drafts
  readonly campaign: string
  readonly bureau: string
  readonly windowTitle: string
  readonly now: () => number
}

const pause = 300

/** 核定表 in the workbook: written on a press, read again after every change. */
export function useSheet({ book, entries, drafts, campaign, bureau, windowTitle, now }: UseSheet) {
  const { workbook, reportSheets } = book
  const { t, texts } = useTranslation('verifying')
  const [state, setState] = useState<SheetState>({ step: 'looking' })
  const round = useRef(0)
  /** A pull on its way: until it ends, nothing else says what the sheet holds. */
  const pulling = useRef<AbortController>(undefined)
  const [isStopped, setStopped] = useState(false)

  const read = useCallback(async (): Promise<WorkbookResult<Extract<SheetState, { step: 'read' | 'no-sheet' }>>> => {
    const found = await reportSheets.find(sheetTable)
    if (!found.ok) return found
    if (!found.value) return { ok: true, value: { step: 'no-sheet' } }
    const { sheet } = found.value
    const snapshot = await workbook.snapshot([sheet])
    if (!snapshot.ok) return snapshot
    const [shot] = snapshot.value.sheets
    const reading = shot && readSheet(shot, entries, t)
    if (!reading) return { ok: false, error: { kind: 'no-sheet', sheet } }
    if (reading.kind === 'no-heading') return { ok: false, error: { kind: 'no-column', column: reading.missing } }
    return { ok: true, value: { step: 'read', sheet, rows: reading.rows, wrote: null } }
  }, [reportSheets, workbook, entries, t])

  /** The latest look counts. */
  const look = useCallback(async () => {
    const own = ++round.current
    const result = await read()
    if (own === round.current && !pulling.current) setState(result.ok ? result.value : stoppedBy(result.error))
    return result
  }, [read])

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let stop: (() => void) | undefined
    let over = false
    const again = () => {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), pause)
    }
    again()
    void workbook
      .watch((event) => event.kind !== 'selected' && again())
      .then((watching) => {
        if (!watching.ok) return
        if (over) watching.value()
        else stop = watching.value
      })
    return () => {
      over = true
      clearTimeout(timer)
      stop?.()
    }
  }, [workbook, look])

  /** Writes the queue, new or in the old place; what was typed is read first and written back. */
  async function pull() {
    const own = (pulling.current = new AbortController())
    setStopped(false)
    setState({ step: 'pulling', at: 'reading' })
    const before = await read()
    if (own.signal.aborted) return
    const next = !before.ok && before.error.kind !== 'no-column' ? stoppedBy(before.error) : await write(before)
    pulling.current = undefined
    round.current += 1
    setState(next)
  }

  async function write(before: Awaited<ReturnType<typeof read>>): Promise<SheetState> {
    setState({ step: 'pulling', at: 'writing' })
    const rows = before.ok && before.value.step === 'read' ? before.value.rows : []
    const report = sheetReport(
      entries,
      {
        campaign,
        bureau,
        window: windowTitle,
        time: new Date(now()).toISOString(),
        typed: new Map(rows.filter(({ typed }) => hasText(typed)).map(({ key, typed }) => [key, typed])),
        drafts,
        stateOf: ({ key, item, form }: Line) => {
          const outdated = rows.some((row) => row.key === key && row.fault === 'outdated')
          const decided = item.decision ? decisionText(form, item.decision, texts.of('verifying', 'zh-CN')) : ''
          return [...(outdated ? [t('written.outdated')] : []), ...(decided ? [decided] : [])].join(
            t('written.semicolon'),
          )
        },
      },
      t,
    )
    const exists = !before.ok || before.value.step === 'read'
    const written = await (exists ? reportSheets.refresh(report) : reportSheets.create(report))
    if (!written.ok) return stoppedBy(written.error)
    await workbook.reveal({ sheet: written.value.sheet, address: 'A1' })
    const after = await read()
    if (!after.ok) return stoppedBy(after.error)
    return after.value.step === 'read' ? { ...after.value, wrote: report.rows.length } : after.value
  }

  /** Heeded until writing begins: half a sheet would be worse than none. */
  function cancel() {
    pulling.current?.abort()
    pulling.current = undefined
    setStopped(true)
    setState({ step: 'looking' })
    void look()
  }

  return { state, pull, cancel, isStopped, look }
}

function stoppedBy(error: WorkbookError): SheetState {
  return { step: 'stopped', error }
}

function hasText({ verdict, verified, reason }: SheetRow['typed']): boolean {
  return verdict !== '' || verified !== '' || reason !== ''
}
