import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Duty } from '../../api/registers.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { UnitDialogProps } from './DecideDialog.tsx'

const duties: readonly Duty[] = ['head', 'deputy-head', 'liaison', 'clerk', 'backup-clerk']

/** Enters a person beside those whom the office has on its list already. */
export function ContactDialog({ api, unit, onDone, onClose, onLapse }: UnitDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [duty, setDuty] = useState<Duty>(unit.missing[0] ?? 'liaison')
  const [name, setName] = useState('')
  const [phone, setPhone] = useState('')
  const [reason, setReason] = useState('')
  const added = { duty, name, phone, account: null, from: null, to: null }
  return (
    <ActDialog
      title={t('registers.addContactTitle', { unit: unit.name })}
      confirm={t('registers.addContact')}
      acting={acting}
      ready={[name, phone, reason].every((text) => text.trim() !== '')}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.putContacts(unit.id, { contacts: [...unit.contacts, added], reason })).then(
          (answer) => answer !== undefined && onDone(),
        )
      }
    >
      <Field label={t('registers.dutyLabel')} required>
        <Select value={duty} onChange={(_, { value }) => setDuty(duties.find((one) => one === value) ?? 'liaison')}>
          {duties.map((one) => (
            <option key={one} value={one}>
              {t(`registers.duty.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      <TextField label={t('registers.name')} value={name} onChange={setName} />
      <TextField label={t('registers.phone')} value={phone} onChange={setPhone} />
      <TextField label={t('reason')} value={reason} onChange={setReason} />
    </ActDialog>
  )
}
