import { useCallback, useRef, useState } from 'react'
import type { Finding } from '../../ui/FindingRow.tsx'
import type { Workbook, WorkbookError } from '../../workbook/workbook.ts'
import type { WriteEnd, WriteProgress } from '../../workbook/write-blocks.ts'
import { laterFilling } from './later.ts'
import type { FillingState } from './use-filling.ts'

export type Correcting =
  | { readonly step: 'idle' }
  | { readonly step: 'writing'; readonly progress: WriteProgress | null }
  | { readonly step: 'cancelled'; readonly written: number; readonly left: number }
  /** Refused by the workbook; blocks before the refused one are in the sheet. */
  | { readonly step: 'stopped'; readonly error: WorkbookError; readonly written: number; readonly left: number }

/** Puts suggested values into the sheet when a person pressed the button, and never otherwise. */
export function useCorrections(workbook: Workbook, check: () => Promise<FillingState>) {
  const [state, setState] = useState<Correcting>({ step: 'idle' })
  const cancelling = useRef(new AbortController())

  const correct = useCallback(
    async (agreed: readonly Finding[]) => {
      cancelling.current = new AbortController()
      setState({ step: 'writing', progress: null })
      // Rows may have moved since the pane last looked: what is written is found afresh.
      const fresh = await check()
      if (fresh.step === 'stopped') {
        setState({ step: 'stopped', error: fresh.error, written: 0, left: agreed.length })
        return
      }
      const { writeCorrections } = await laterFilling.fetch()
      const end = await writeCorrections(workbook, agreed, fresh.step === 'filled' ? fresh.findings : [], {
        signal: cancelling.current.signal,
        onProgress: (progress) => setState({ step: 'writing', progress }),
      })
      if (end.written > 0) await check()
      setState(outcomeOf(end))
    },
    [workbook, check],
  )

  return { state, correct, cancel: useCallback(() => cancelling.current.abort(), []) }
}

function outcomeOf(end: WriteEnd): Correcting {
  const { written, of } = end
  if (end.step === 'done') return { step: 'idle' }
  return end.step === 'cancelled'
    ? { step: 'cancelled', written, left: of - written }
    : { step: 'stopped', error: end.error, written, left: of - written }
}
