import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Finding, OfficeApi } from '../../api/office.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface LiftDialogProps {
  readonly api: OfficeApi
  readonly finding: Finding
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

export function LiftDialog({ api, finding, onDone, onClose, onLapse }: LiftDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [decider, setDecider] = useState('')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('findings.liftTitle', { number: finding.number })}
      confirm={t('findings.lift')}
      acting={acting}
      ready={decider.trim() !== '' && reason.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.lift(finding.number, { decider, reason })).then((answer) => answer !== undefined && onDone())
      }
    >
      <TextField label={t('decider')} hint={t('deciderHint')} value={decider} onChange={setDecider} />
      <TextField label={t('reason')} value={reason} onChange={setReason} long />
    </ActDialog>
  )
}
