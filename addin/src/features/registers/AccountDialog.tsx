import { Field, Select } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Account, RegisteredUnit, RegistersApi } from '../../api/registers.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { Given } from './InitialPassword.tsx'

const roles: readonly Account['role'][] = ['clerk', 'verifier', 'office', 'leader']

export interface AccountDialogProps {
  readonly api: RegistersApi
  readonly account: Account
  readonly onDone: (given?: Given) => void
  readonly onClose: () => void
  readonly onLapse: () => void
}

interface NewOrChangedProps extends Omit<AccountDialogProps, 'account'> {
  /** Null for a new one. */
  readonly account: Account | null
  readonly units: readonly RegisteredUnit[]
}

/** A new account, or another name, role or unit for one that is there. */
export function AccountDialog({ api, account, units, onDone, onClose, onLapse }: NewOrChangedProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const [username, setUsername] = useState(account?.username ?? '')
  const [name, setName] = useState(account?.name ?? '')
  const [role, setRole] = useState<Account['role']>(account?.role ?? 'clerk')
  const [unit, setUnit] = useState(account?.unit ?? '')
  const [reason, setReason] = useState('')
  const isOfUnit = role === 'clerk' || role === 'verifier'
  const place = { name, role, unit: isOfUnit ? unit : null }
  async function confirm() {
    if (account) {
      const changed = await act(() => api.changeAccount(account.username, { ...place, reason }))
      if (changed !== undefined) onDone()
      return
    }
    const made = await act(() => api.addAccount({ username, ...place }))
    if (made) onDone({ username, password: made.initialPassword })
  }
  return (
    <ActDialog
      title={account ? t('registers.changeTitle', { username }) : t('registers.newAccount')}
      text={t(account ? 'registers.changeText' : 'registers.newAccountText')}
      confirm={t(account ? 'registers.save' : 'registers.newAccount')}
      acting={acting}
      ready={[name, account ? reason : username, isOfUnit ? unit : name].every((text) => text.trim() !== '')}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      {!account && (
        <TextField
          label={t('registers.username')}
          hint={t('registers.usernameHint')}
          value={username}
          onChange={setUsername}
        />
      )}
      <TextField label={t('registers.name')} value={name} onChange={setName} />
      <Field label={t('registers.roleLabel')} required>
        <Select value={role} onChange={(_, { value }) => setRole(roles.find((one) => one === value) ?? 'clerk')}>
          {roles.map((one) => (
            <option key={one} value={one}>
              {t(`registers.role.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {isOfUnit && (
        <Field label={t('registers.unit')} required>
          <Select value={unit} onChange={(_, { value }) => setUnit(value)}>
            <option value="">{t('choose')}</option>
            {units.map(({ id, name: title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </Select>
        </Field>
      )}
      {account && <TextField label={t('reason')} value={reason} onChange={setReason} />}
    </ActDialog>
  )
}
