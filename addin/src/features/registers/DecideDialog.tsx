import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ContactList, RegisteredUnit, RegistersApi } from '../../api/registers.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface UnitDialogProps {
  readonly api: RegistersApi
  readonly unit: RegisteredUnit
  readonly onDone: () => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

interface DecideDialogProps extends UnitDialogProps {
  readonly list: ContactList
  readonly approved: boolean
}

/** The office's word on the contacts that a unit proposed. */
export function DecideDialog({ api, unit, list, approved, onDone, onClose, onLapse }: DecideDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [decider, setDecider] = useState('')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={t(approved ? 'registers.approveTitle' : 'registers.refuseTitle', { unit: unit.name })}
      confirm={t(approved ? 'registers.approve' : 'registers.refuse')}
      acting={acting}
      ready={decider.trim() !== '' && reason.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.decideContacts(unit.id, list.number, { approved, decider, reason })).then(
          (answer) => answer !== undefined && onDone(),
        )
      }
    >
      <TextField label={t('decider')} value={decider} onChange={setDecider} />
      <TextField label={t('reason')} value={reason} onChange={setReason} long />
    </ActDialog>
  )
}
