import { Badge, Button, Caption1, Field, Input } from '@fluentui/react-components'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Account, RegisteredUnit, RegistersApi } from '../../api/registers.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { AccountDialog } from './AccountDialog.tsx'
import { InitialPassword, type Given } from './InitialPassword.tsx'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { useRegisterStyles } from './registers.styles.ts'
import { ResetDialog } from './ResetDialog.tsx'
import { SwitchDialog } from './SwitchDialog.tsx'

interface AccountsPanelProps {
  readonly api: RegistersApi
  readonly username: string
  readonly onLapse: () => void
}

type Asking =
  { readonly kind: 'change' | 'reset' | 'switch'; readonly account: Account } | { readonly kind: 'new' } | null

/** Who may sign in, as whom; accounts are disabled, never deleted. */
export function AccountsPanel({ api, username, onLapse }: AccountsPanelProps) {
  const cards = useCardListStyles()
  const { t } = useTranslation('office')
  const load = useCallback(async () => {
    const [accounts, units] = await Promise.all([api.accounts(), api.units()])
    if (!accounts.ok) return accounts
    if (!units.ok) return units
    return { ok: true as const, value: { accounts: accounts.value.accounts, units: units.value.units } }
  }, [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [find, setFind] = useState('')
  const [asking, setAsking] = useState<Asking>(null)
  const [given, setGiven] = useState<Given | null>(null)
  const close = () => setAsking(null)
  const done = (password?: Given) => {
    close()
    void reload()
    if (password) setGiven(password)
  }
  const dialog = { api, onDone: done, onClose: close, onLapse }
  return (
    <LoadedView loaded={loaded} onRetry={() => void reload()}>
      {({ accounts, units }) => {
        const shown = accounts.filter((one) => isFound(one, units, find))
        return (
          <>
            <div className={cards.line}>
              <Button appearance="primary" onClick={() => setAsking({ kind: 'new' })}>
                {t('registers.newAccount')}
              </Button>
              <Field>
                <Input
                  aria-label={t('registers.find')}
                  placeholder={t('registers.find')}
                  value={find}
                  onChange={(_, { value }) => setFind(value)}
                />
              </Field>
            </div>
            {shown.length === 0 && <EmptyState icon="…" title={t('registers.noAccount')} />}
            <ul className={cards.list}>
              {shown.map((account) => (
                <AccountCard
                  key={account.username}
                  account={account}
                  unit={units.find(({ id }) => id === account.unit)?.name ?? account.unit}
                  isOwn={account.username === username}
                  onAsk={(kind) => setAsking({ kind, account })}
                />
              ))}
            </ul>
            {asking?.kind === 'new' && <AccountDialog {...dialog} account={null} units={units} />}
            {asking?.kind === 'change' && <AccountDialog {...dialog} account={asking.account} units={units} />}
            {asking?.kind === 'reset' && <ResetDialog {...dialog} account={asking.account} />}
            {asking?.kind === 'switch' && <SwitchDialog {...dialog} account={asking.account} />}
            {given && <InitialPassword given={given} onClose={() => setGiven(null)} />}
          </>
        )
      }}
    </LoadedView>
  )
}

function isFound({ username, name, unit }: Account, units: readonly RegisteredUnit[], find: string): boolean {
  const wanted = find.trim().toLowerCase()
  const unitName = units.find(({ id }) => id === unit)?.name ?? ''
  return [username, name, unitName].some((text) => text.toLowerCase().includes(wanted))
}

interface AccountCardProps {
  readonly account: Account
  readonly unit: string | null
  /** Changed by another account of the office only. */
  readonly isOwn: boolean
  readonly onAsk: (kind: 'change' | 'reset' | 'switch') => void
}

function AccountCard({ account, unit, isOwn, onAsk }: AccountCardProps) {
  const styles = useRegisterStyles()
  const cards = useCardListStyles()
  const { t } = useTranslation('office')
  const { username, name, role, password, disabledAt } = account
  return (
    <li className={cards.card} aria-label={username}>
      <div className={cards.line}>
        <span className={styles.title}>{name}</span>
        <Badge appearance="tint" color={disabledAt === null ? 'success' : 'danger'}>
          {t(disabledAt === null ? 'registers.enabled' : 'registers.disabled')}
        </Badge>
        {password === 'initial' && <Badge appearance="outline">{t('registers.initial')}</Badge>}
      </div>
      <Caption1 className={styles.quiet}>
        {[username, t(`registers.role.${role}`), ...(unit === null ? [] : [unit])].join(' · ')}
      </Caption1>
      {isOwn ? (
        <Caption1 className={styles.quiet}>{t('registers.own')}</Caption1>
      ) : (
        <div className={cards.line}>
          <Button size="small" onClick={() => onAsk('change')}>
            {t('registers.change')}
          </Button>
          <Button size="small" onClick={() => onAsk('reset')}>
            {t('registers.reset')}
          </Button>
          <Button size="small" onClick={() => onAsk('switch')}>
            {t(disabledAt === null ? 'registers.disable' : 'registers.enable')}
          </Button>
        </div>
      )}
    </li>
  )
}
