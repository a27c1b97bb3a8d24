import { useState } from 'react'
import type { EvidenceFile } from '../../api/evidence.ts'
import { useAct } from '../../api/use-act.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { EvidenceDesk } from './evidence-desk.ts'

interface WithdrawDialogProps {
  readonly desk: EvidenceDesk
  readonly file: EvidenceFile
  readonly onClose: () => void
}

/** Asks why a file no longer counts; everybody who saw it goes on seeing it, with this reason. */
export function WithdrawDialog({ desk, file, onClose }: WithdrawDialogProps) {
  const { t } = useTranslation('evidence')
  const { acting, act } = useAct(desk.lapse)
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t('withdraw.title', { name: file.name })}
      text={t('withdraw.text')}
      confirm={t('withdraw.confirm')}
      acting={acting}
      ready={reason.trim() !== ''}
      onConfirm={() => void act(() => desk.withdraw(file.id, reason.trim())).then((done) => done && onClose())}
      onClose={onClose}
    >
      <TextField label={t('withdraw.reason')} value={reason} onChange={setReason} />
    </ActDialog>
  )
}
