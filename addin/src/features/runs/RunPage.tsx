import {
  Button,
  Caption1,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Tab,
  TabList,
  tokens,
} from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import type { Pack } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OfficeApi, Run } from '../../api/office.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { Awards } from './Awards.tsx'
import { CheckAndExport } from './CheckAndExport.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { RunChangesView } from './RunChangesView.tsx'
import { RunRanking } from './RunRanking.tsx'
import { StatusBadge } from './RunsPage.tsx'
import { Shortfalls } from './Shortfalls.tsx'
import { SignDialog } from './SignDialog.tsx'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

interface RunPageProps {
  readonly api: OfficeApi
  readonly pack: Pack
  readonly number: string
  readonly mayChange: boolean
  readonly onBack: () => void
  readonly onLapse: () => void
}

/** One run: what came of it, what is decided about it, and the next step on its way to the public. */
export function RunPage({ api, pack, number, mayChange, onBack, onLapse }: RunPageProps) {
  const { t } = useTranslation('office')
  const load = useCallback(() => api.run(number), [api, number])
  const { loaded, reload } = useLoaded(load, onLapse)
  const title = loaded.step === 'loaded' ? `${number} ${loaded.value.run.title}` : number
  return (
    <Page
      title={title}
      actions={
        <Button icon={<ArrowLeft20Regular />} onClick={onBack}>
          {t('runs.back')}
        </Button>
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ run }) => <OpenedRun {...{ run, api, pack, mayChange, onLapse }} onChanged={() => void reload()} />}
      </LoadedView>
    </Page>
  )
}

const views = ['ranking', 'awards', 'shortfalls', 'changes', 'check'] as const
type View = (typeof views)[number]

interface OpenedRunProps {
  readonly run: Run
  readonly api: OfficeApi
  readonly pack: Pack
  readonly mayChange: boolean
  readonly onChanged: () => void
  readonly onLapse: () => void
}

function OpenedRun({ run, api, pack, mayChange, onChanged, onLapse }: OpenedRunProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const [view, setView] = useState<View>('ranking')
  const [asking, setAsking] = useState<'sign' | 'publish' | null>(null)
  const close = () => setAsking(null)
  const done = () => {
    close()
    onChanged()
  }
  const { signed, publishedAt } = run
  return (
    <>
      <div className={styles.line}>
        <StatusBadge status={run.status} />
        {run.status === 'draft' && (
          <Button appearance="primary" size="small" onClick={() => setAsking('sign')}>
            {t('runs.sign')}
          </Button>
        )}
        {mayChange && run.status === 'signed' && (
          <Button appearance="primary" size="small" onClick={() => setAsking('publish')}>
            {t('runs.publish')}
          </Button>
        )}
      </div>
      <Caption1 className={styles.quiet}>
        {[
          t('runs.drafted', { time: momentText(run.draftedAt) }),
          ...(signed
            ? [
                t('runs.signed', {
                  decider: signed.decider ?? '',
                  document: signed.document ?? '',
                  time: momentText(signed.at),
                }),
              ]
            : []),
          ...(publishedAt === null ? [] : [t('runs.published', { time: momentText(publishedAt) })]),
        ].join(' · ')}
      </Caption1>
      {!pack.official && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{run.pack.notice}</MessageBarBody>
        </MessageBar>
      )}
      <TabList
        size="small"
        selectedValue={view}
        onTabSelect={(_, { value }) => setView(value as View)}
        aria-label={t('runs.tabs.label')}
      >
        {views.map((tab) => (
          <Tab key={tab} value={tab}>
            {t(`runs.tabs.${tab}`)}
          </Tab>
        ))}
      </TabList>
      {view === 'ranking' && <RunRanking run={run} />}
      {view === 'awards' && <Awards run={run} api={api} onChanged={onChanged} onLapse={onLapse} />}
      {view === 'shortfalls' && <Shortfalls run={run} />}
      {view === 'changes' && <RunChangesView run={run} api={api} onLapse={onLapse} />}
      {view === 'check' && <CheckAndExport run={run} api={api} onLapse={onLapse} />}
      {asking === 'sign' && <SignDialog run={run} api={api} onDone={done} onClose={close} onLapse={onLapse} />}
      {asking === 'publish' && <PublishDialog run={run} api={api} onDone={done} onClose={close} onLapse={onLapse} />}
    </>
  )
}
