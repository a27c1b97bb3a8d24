import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { DraftDialogProps } from './ApproveDialog.tsx'

/** Takes a draft back that is not issued yet; it stays on record. */
export function WithdrawDialog({ api, draft, onDone, onClose, onLapse }: DraftDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('targets.withdrawTitle', { number: draft.number })}
      text={t('targets.withdrawText')}
      confirm={t('targets.withdraw')}
      acting={acting}
      ready={reason.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.withdraw(draft.number, reason)).then((answer) => answer !== undefined && onDone())
      }
    >
      <TextField label={t('reason')} value={reason} onChange={setReason} long />
    </ActDialog>
  )
}
