import type { CellAddress, Form } from '@kaohe/shared-rules'
import { useMemo, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Submission } from '../../api/client.ts'
import type { WorkbookError } from '../../workbook/workbook.ts'
import { draftOf, isReady, submissionOf, type Destination, type Reportable } from './draft.ts'
import type { Outbox } from './outbox.ts'
import { SubmitPanel } from './SubmitPanel.tsx'
import { useReasons } from './use-reasons.ts'

/** The report as the sheet is at this moment, or why there is none. */
export type Fresh =
  | (Reportable & { readonly step: 'filled' })
  | { readonly step: 'reading' | 'unrecognised' | 'outdated' | 'no-row' }
  | { readonly step: 'stopped'; readonly error: WorkbookError }

export interface SubmitProps {
  readonly sheet: Reportable
  readonly destination: Destination
  readonly box: Outbox
  readonly check: () => Promise<Fresh>
  readonly onReveal: (place: CellAddress) => void
  readonly onSend: (form: Form, submission: Submission) => Promise<void>
  readonly onBack: () => void
}

/** Reads and checks the whole sheet once more at the press; what was not on the screen is not sent. */
export function Submit({ sheet, destination, box, check, onReveal, onSend, onBack }: SubmitProps) {
  const { t } = useTranslation('submitting')
  const draft = useMemo(() => draftOf(sheet, destination), [sheet, destination])
  const { reasons, write } = useReasons(box, draft.form.id)
  const [busy, setBusy] = useState<'checking' | 'sending' | null>(null)
  const [notice, setNotice] = useState<string | null>(null)

  async function send() {
    setNotice(null)
    setBusy('checking')
    const seen = await check()
    if (seen.step !== 'filled') {
      const editing = seen.step === 'stopped' && seen.error.kind === 'cell-being-edited'
      setNotice(t(editing ? 'submit.endEditing' : 'submit.notReadable'))
      return setBusy(null)
    }
    const fresh = draftOf(seen, destination)
    if (fresh.submission.preview.inputs !== draft.submission.preview.inputs) {
      setNotice(t('submit.changedMeanwhile'))
    } else if (isReady(fresh, reasons)) {
      setBusy('sending')
      await onSend(fresh.form, submissionOf(fresh, reasons))
      return onBack()
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
