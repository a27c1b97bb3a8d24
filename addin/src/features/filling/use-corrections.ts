import { useCallback, useState } from 'react'
import type { Finding } from '../../ui/FindingRow.tsx'
import type { Workbook, WorkbookError } from '../../workbook/workbook.ts'
import { correctionBlocks, stillWanted } from './corrections.ts'
import type { FillingState } from './use-filling.ts'

export type Correcting =
  | { readonly step: 'idle' }
  | { readonly step: 'writing' }
  /** Refused by the workbook; blocks before the refused one are in the sheet. */
  | { readonly step: 'stopped'; readonly error: WorkbookError; readonly written: number; readonly left: number }

/** Puts suggested values into the sheet when a person pressed the button, and never otherwise. */
export function useCorrections(workbook: Workbook, check: () => Promise<FillingState>) {
  const [state, setState] = useState<Correcting>({ step: 'idle' })

  const correct = useCallback(
    async (agreed: readonly Finding[]) => {
      setState({ step: 'writing' })
      // Rows may have moved since the pane last looked: what is written is found afresh.
      const fresh = await check()
      const corrections = fresh.step === 'filled' ? stillWanted(agreed, fresh.findings) : []
      let outcome: Correcting =
        fresh.step === 'stopped'
          ? { step: 'stopped', error: fresh.error, written: 0, left: agreed.length }
          : { step: 'idle' }
      let written = 0
      for (const { place, values } of correctionBlocks(corrections)) {
        const answer = await workbook.write(place, values)
        if (!answer.ok) {
          outcome = { step: 'stopped', error: answer.error, written, left: corrections.length - written }
          break
        }
        written += values.flat().length
      }
      if (written > 0) await check()
      setState(outcome)
    },
    [workbook, check],
  )

  return { state, correct }
}
