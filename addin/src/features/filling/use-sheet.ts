import type { CellAddress, WorkbookSnapshot } from '@kaohe/shared-rules'
import { useCallback, useEffect, useRef, useState } from 'react'
import { withSameRows } from '../../workbook/same-rows.ts'
import type { Workbook, WorkbookError } from '../../workbook/workbook.ts'
import { settle } from './settle.ts'

/** What is known of the open workbook. */
export type Sheet =
  | { readonly step: 'reading' }
  | { readonly step: 'read'; readonly snapshot: WorkbookSnapshot }
  | { readonly step: 'stopped'; readonly error: WorkbookError }

/** Normal while a person types: what was read stays on the screen, and the sheet is read again shortly. */
export type Pause = 'cell-being-edited' | 'busy' | null

const RETRY = 300

/**
 * Reads the workbook at once, and again whenever something changed. A change event means only "look again":
 * one block read of the bound sheets after a short pause, never what the event says.
 */
export function useSheet(workbook: Workbook) {
  const [sheet, setSheet] = useState<Sheet>({ step: 'reading' })
  const [pause, setPause] = useState<Pause>(null)
  const [selected, setSelected] = useState<CellAddress | null>(null)
  const bound = useRef<readonly string[] | undefined>(undefined)
  const latest = useRef<WorkbookSnapshot>(undefined)

  /** One read. What a person typed since is not lost: it raised an event of its own. */
  const read = useCallback(async (): Promise<Sheet> => {
    let answer = await workbook.snapshot(bound.current)
    if (!answer.ok && answer.error.kind === 'no-sheet' && bound.current) {
      bound.current = undefined
      answer = await workbook.snapshot()
    }
    const next: Sheet = answer.ok
      ? { step: 'read', snapshot: withSameRows(latest.current, answer.value) }
      : { step: 'stopped', error: answer.error }
    if (next.step === 'read') latest.current = next.snapshot
    const waiting = pauseOf(next)
    setPause(waiting)
    setSheet((before) => (waiting && before.step === 'read' ? before : next))
    return next
  }, [workbook])

  useEffect(() => {
    let over = false
    let stop: (() => void) | undefined
    let reading = false
    let again = false
    let retry: ReturnType<typeof setTimeout> | undefined
    const look = settle(() => void lookNow())

    async function lookNow() {
      if (reading) {
        again = true
        return
      }
      reading = true
      const seen = await read()
      reading = false
      if (over) return
      if (pauseOf(seen)) retry = setTimeout(() => void lookNow(), RETRY)
      else if (again) look.poke()
      again = false
    }

    async function listen() {
      const watching = await workbook.watch((event) => {
        if (event.kind === 'selected') setSelected({ sheet: event.sheet, address: event.address })
        if (event.kind === 'sheets-changed') bound.current = undefined
        if (event.kind !== 'selected') look.poke()
      })
      if (over && watching.ok) watching.value()
      else if (watching.ok) {
        stop = watching.value
        // What was typed between the first read and now raised an event that nobody heard.
        look.poke()
      } else if (!over) retry = setTimeout(() => void listen(), RETRY)
    }

    const focused = () => look.poke()
    window.addEventListener('focus', focused)
    void lookNow()
    void listen()
    return () => {
      over = true
      window.removeEventListener('focus', focused)
      clearTimeout(retry)
      look.cancel()
      stop?.()
    }
  }, [workbook, read])

  /** From now on only these sheets are read: the others are none of our business and cost time. */
  const bind = useCallback((sheets: readonly string[] | undefined) => {
    bound.current = sheets
  }, [])

  return { sheet, pause, selected, read, bind }
}

function pauseOf(sheet: Sheet): Pause {
  if (sheet.step !== 'stopped') return null
  const { kind } = sheet.error
  return kind === 'cell-being-edited' || kind === 'busy' ? kind : null
}
