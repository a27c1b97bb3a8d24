import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OfficeApi, OfficeWindow } from '../../api/office.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

interface LockDialogProps {
  readonly api: OfficeApi
  readonly window: OfficeWindow
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

/** Locks an open window, or takes the lock off: by whose decision, and why. */
export function LockDialog({ api, window, onDone, onClose, onLapse }: LockDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [decider, setDecider] = useState('')
  const [reason, setReason] = useState('')
  const locked = window.locked === null
  const ready = decider.trim() !== '' && reason.trim() !== ''
  return (
    <ActDialog
      title={t(locked ? 'windows.lockTitle' : 'windows.unlockTitle', { window: window.title })}
      text={t(locked ? 'windows.lockText' : 'windows.unlockText')}
      confirm={t(locked ? 'windows.lock' : 'windows.unlock')}
      acting={acting}
      ready={ready}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.lock(window.id, { locked, decider, reason })).then(
          (answer) => answer !== undefined && onDone(),
        )
      }
    >
      <TextField label={t('decider')} hint={t('deciderHint')} value={decider} onChange={setDecider} />
      <TextField label={t('reason')} value={reason} onChange={setReason} long />
    </ActDialog>
  )
}
