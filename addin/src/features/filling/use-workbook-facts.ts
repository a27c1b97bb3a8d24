import { useEffect, useState } from 'react'
import type { Workbook, WorkbookError, WorkbookFacts } from '../../workbook/workbook.ts'

export type KnownWorkbook =
  | { readonly step: 'asking'; readonly error: WorkbookError | null }
  | { readonly step: 'known'; readonly facts: WorkbookFacts }

const RETRY = 300

/** Which workbook the pane stands beside. Asked again while the host is busy or a cell is being edited: both pass. */
export function useWorkbookFacts(workbook: Workbook): KnownWorkbook {
  const [known, setKnown] = useState<KnownWorkbook>({ step: 'asking', error: null })
  useEffect(() => {
    let over = false
    let retry: ReturnType<typeof setTimeout> | undefined
    async function ask() {
      const answer = await workbook.describe()
      if (over) return
      setKnown(answer.ok ? { step: 'known', facts: answer.value } : { step: 'asking', error: answer.error })
      if (!answer.ok) retry = setTimeout(() => void ask(), RETRY)
    }
    void ask()
    return () => {
      over = true
      clearTimeout(retry)
    }
  }, [workbook])
  return known
}
