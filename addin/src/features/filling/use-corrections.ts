import { useCallback, useRef, useState } from 'react'
import type { Finding } from '../../ui/FindingRow.tsx'
import type { Workbook, WorkbookError } from '../../workbook/workbook.ts'
import type { WriteProgress } from '../../workbook/write-blocks.ts'
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
  const cancelling = useRef<AbortController>(undefined)

  const correct = useCallback(
    async (agreed: readonly Finding[]) => {
      const { signal } = (cancelling.current = new AbortController())
      const onProgress = (progress: WriteProgress | null) => setState({ step: 'writing', progress })
      onProgress(null)
      const { writeCorrections } = await laterFilling.fetch()
      setState(await writeCorrections(workbook, agreed, check, { signal, onProgress }))
    },
    [workbook, check],
  )

  return { state, correct, cancel: useCallback(() => cancelling.current?.abort(), []) }
}
