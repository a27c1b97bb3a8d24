import { Tab, TabList } from '@fluentui/react-components'
import type { Pack } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { RegistersApi } from '../../api/registers.ts'
import { Page } from '../../ui/Page.tsx'
import { AccountsPanel } from './AccountsPanel.tsx'
import { UnitsPanel } from './UnitsPanel.tsx'

interface RegistersPageProps {
  readonly api: RegistersApi
  readonly pack: Pack
  /** The reader's own account, which another one has to change. */
  readonly username: string
  /** Else units are only looked at, and accounts not at all. */
  readonly mayChange: boolean
  readonly onLapse: () => void
}

/** 单位与账号: who takes part, whom to ask there, and who may sign in. */
export function RegistersPage({ api, pack, username, mayChange, onLapse }: RegistersPageProps) {
  const { t } = useTranslation('office')
  const [view, setView] = useState<'units' | 'accounts'>('units')
  return (
    <Page title={t('registers.title')} text={t('registers.text')}>
      {mayChange && (
        <TabList
          size="small"
          selectedValue={view}
          onTabSelect={(_, { value }) => setView(value === 'accounts' ? 'accounts' : 'units')}
          aria-label={t('registers.title')}
        >
          <Tab value="units">{t('registers.units')}</Tab>
          <Tab value="accounts">{t('registers.accounts')}</Tab>
        </TabList>
      )}
      {view === 'units' ? (
        <UnitsPanel {...{ api, pack, mayChange, onLapse }} />
      ) : (
        <AccountsPanel {...{ api, username, onLapse }} />
      )}
    </Page>
  )
}
