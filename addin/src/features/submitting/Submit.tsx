import type { CellAddress } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Submission } from '../../api/client.ts'
import type { WorkbookError } from '../../workbook/workbook.ts'
import { isReady, submissionOf, type Draft } from './draft.ts'
import type { Outbox } from './outbox.ts'
import { SubmitPanel } from './SubmitPanel.tsx'
import { useReasons } from './use-reasons.ts'

/** The report as the sheet is at this moment, or why there is none. */
export type Fresh =
  | Draft
  | { readonly step: 'reading' | 'unrecognised' | 'outdated' | 'no-row' }
  | { readonly step: 'stopped'; readonly error: WorkbookError }

interface SubmitProps {
  readonly draft: Draft
  readonly box: Outbox
  readonly check: () => Promise<Fresh>
  readonly onReveal: (place: CellAddress) => void
  readonly onSend: (submission: Submission) => Promise<void>
  readonly onBack: () => void
}

/** Reads and checks the whole sheet once more at the press; what was not on the screen is not sent. */
export function Submit({ draft, box, check, onReveal, onSend, onBack }: SubmitProps) {
  const { t } = useTranslation()
  const { reasons, write } = useReasons(box, draft.form.id)
  const [busy, setBusy] = useState<'checking' | 'sending' | null>(null)
  const [notice, setNotice] = useState<string | null>(null)

  async function send() {
    setNotice(null)
    setBusy('checking')
    const fresh = await check()
    if (!('submission' in fresh)) {
      const editing = fresh.step === 'stopped' && fresh.error.kind === 'cell-being-edited'
      setNotice(t(editing ? 'submit.endEditing' : 'submit.notReadable'))
    } else if (fresh.submission.preview.inputs !== draft.submission.preview.inputs) {
      setNotice(t('submit.changedMeanwhile'))
    } else if (isReady(fresh, reasons)) {
      setBusy('sending')
      await onSend(submissionOf(fresh, reasons))
      onBack()
      return
    }
    setBusy(null)
  }

  return (
    <SubmitPanel
      draft={draft}
      reasons={reasons}
      busy={busy}
      notice={notice}
      onReason={write}
      onReveal={onReveal}
      onSend={() => void send()}
      onBack={onBack}
    />
  )
}
