import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { AccountDialogProps } from './AccountDialog.tsx'

/** Keeps somebody from signing in, or lets them again. */
export function SwitchDialog({ api, account, onDone, onClose, onLapse }: AccountDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [reason, setReason] = useState('')
  const { username, name } = account
  const isOn = account.disabledAt === null
  return (
    <ActDialog
      title={t(isOn ? 'registers.disableTitle' : 'registers.enableTitle', { name, username })}
      text={t(isOn ? 'registers.disableText' : 'registers.enableText')}
      confirm={t(isOn ? 'registers.disable' : 'registers.enable')}
      acting={acting}
      ready={reason.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => (isOn ? api.disable(username, reason) : api.enable(username, reason))).then(
          (answer) => answer !== undefined && onDone(),
        )
      }
    >
      <TextField label={t('reason')} value={reason} onChange={setReason} />
    </ActDialog>
  )
}
