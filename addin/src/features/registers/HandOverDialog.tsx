import { Field, Select, Spinner } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { Refused } from '../../ui/Refused.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { UnitDialogProps } from './DecideDialog.tsx'
import type { Given } from './InitialPassword.tsx'

interface HandOverDialogProps extends Omit<UnitDialogProps, 'onDone'> {
  readonly onDone: (given: Given) => void
}

/** 交接 in one step: the clerk who leaves can no longer sign in, the one who comes gets an account. What was handed in stays. */
export function HandOverDialog({ api, unit, onDone, onClose, onLapse }: HandOverDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const load = useCallback(() => api.accounts(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [given, setGiven] = useState({ from: '', username: '', name: '', phone: '', decider: '', reason: '' })
  const put = (field: keyof typeof given) => (value: string) => setGiven((before) => ({ ...before, [field]: value }))
  const clerks =
    loaded.step === 'loaded'
      ? loaded.value.accounts.filter(
          ({ role, unit: of, disabledAt }) => role === 'clerk' && of === unit.id && disabledAt === null,
        )
      : []
  async function confirm() {
    const { from, decider, reason, ...to } = given
    const answer = await act(() => api.handOver(unit.id, { from, to, decider, reason }))
    if (answer) onDone({ username: to.username, password: answer.initialPassword })
  }
  return (
    <ActDialog
      title={t('registers.handOverTitle', { unit: unit.name })}
      text={t('registers.handOverText')}
      confirm={t('registers.handOver')}
      acting={acting}
      ready={Object.values(given).every((text) => text.trim() !== '')}
      onClose={onClose}
      onConfirm={() => void confirm()}
    >
      {loaded.step === 'loading' && <Spinner size="tiny" />}
      {loaded.step === 'failed' && <Refused error={loaded.error} onRetry={() => void reload()} />}
      <Field label={t('registers.leaving')} required>
        <Select value={given.from} onChange={(_, { value }) => put('from')(value)}>
          <option value="">{t('choose')}</option>
          {clerks.map(({ username, name }) => (
            <option key={username} value={username}>
              {`${name} (${username})`}
            </option>
          ))}
        </Select>
      </Field>
      <TextField
        label={t('registers.comingUsername')}
        hint={t('registers.usernameHint')}
        value={given.username}
        onChange={put('username')}
      />
      <TextField label={t('registers.comingName')} value={given.name} onChange={put('name')} />
      <TextField label={t('registers.phone')} value={given.phone} onChange={put('phone')} />
      <TextField label={t('decider')} value={given.decider} onChange={put('decider')} />
      <TextField label={t('reason')} value={given.reason} onChange={put('reason')} />
    </ActDialog>
  )
}
