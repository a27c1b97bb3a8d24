import type { CellAddress } from '@kaohe/shared-rules'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Workbook, WorkbookError } from '../../workbook/workbook.ts'
import { fill, type Filling, type FillingBasis, type FillingMemory } from './filling.ts'
import { laterFilling } from './later.ts'
import { useSheet, type Sheet } from './use-sheet.ts'

export type FillingState =
  { readonly step: 'reading' } | { readonly step: 'stopped'; readonly error: WorkbookError } | Filling

/** The open workbook as this unit's report, live. */
export function useFilling(workbook: Workbook, basis: FillingBasis) {
  const { sheet, pause, selected, read, bind } = useSheet(workbook)
  const [revealError, setRevealError] = useState<WorkbookError | null>(null)
  const [memory] = useState(comingMemory)
  const state = useMemo(() => stateOf(basis, sheet, memory()), [basis, sheet, memory])
  const sheets = state.step === 'filled' ? state.sheets.join('\n') : undefined
  useEffect(() => bind(sheets?.split('\n')), [bind, sheets])

  const current = useRef(basis)
  useEffect(() => {
    current.current = basis
  }, [basis])

  /** Reads and checks everything afresh: what is submitted never rests on an event that may have been missed. */
  const check = useCallback(
    async (): Promise<FillingState> => stateOf(current.current, await read(), memory()),
    [read, memory],
  )

  /** Looks at the whole workbook again, not only at the sheets of the form that was recognised. */
  const lookAgain = useCallback(async () => {
    bind(undefined)
    await read()
  }, [bind, read])

  const reveal = useCallback(
    async (place: CellAddress) => {
      const shown = await workbook.reveal(place)
      setRevealError(shown.ok ? null : shown.error)
    },
    [workbook],
  )

  return { state, pause, selected, check, lookAgain, reveal, revealError }
}

/** Memory makes an edit quick, and comes behind the first look: what is looked at before is the same without. */
function comingMemory(): () => FillingMemory | undefined {
  let memory: FillingMemory | undefined
  return () => (memory ??= laterFilling.here()?.fillingMemory())
}

function stateOf(basis: FillingBasis, sheet: Sheet, memory: FillingMemory | undefined): FillingState {
  return sheet.step === 'read' ? fill(basis, sheet.snapshot, memory) : sheet
}
