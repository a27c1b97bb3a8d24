import { Badge, Button, Caption1, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components'
import { Trophy24Regular } from '@fluentui/react-icons/svg/trophy'
import type { Pack } from '@kaohe/shared-rules'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { SubmissionWindow } from '../../api/client.ts'
import type { OfficeApi, RunHead } from '../../api/office.ts'
import { useAct } from '../../api/use-act.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { momentText } from '../../ui/moment.ts'
import { Page } from '../../ui/Page.tsx'
import { RunPage } from './RunPage.tsx'

const useStyles = makeStyles({
  card: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface RunsPageProps {
  readonly api: OfficeApi
  readonly pack: Pack
  readonly windows: readonly SubmissionWindow[]
  readonly current: string | null
  /** Drafts and publishes; awards and signature are the leading group's, too. */
  readonly mayChange: boolean
  readonly onLapse: () => void
}

/** 测算: all runs, a new one, and one of them opened. */
export function RunsPage(props: RunsPageProps) {
  const { api, pack, mayChange, onLapse } = props
  const cards = useCardListStyles()
  const { t } = useTranslation('office')
  const load = useCallback(() => api.runs(), [api])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [opened, setOpened] = useState<string | null>(null)
  const [drafting, setDrafting] = useState(false)

  if (opened !== null) {
    const back = () => {
      setOpened(null)
      void reload()
    }
    return <RunPage key={opened} {...{ api, pack, mayChange, onLapse }} number={opened} onBack={back} />
  }
  return (
    <Page
      title={t('runs.title')}
      text={t('runs.text')}
      actions={
        mayChange && (
          <Button appearance="primary" onClick={() => setDrafting(true)}>
            {t('runs.new')}
          </Button>
        )
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ runs }) =>
          runs.length === 0 ? (
            <EmptyState icon={<Trophy24Regular />} title={t('runs.none')} text={t('runs.noneText')} />
          ) : (
            <ul className={cards.list}>
              {runs.toReversed().map((run) => (
                <RunCard key={run.number} run={run} windows={props.windows} onOpen={() => setOpened(run.number)} />
              ))}
            </ul>
          )
        }
      </LoadedView>
      {drafting && <DraftDialog {...props} onClose={() => setDrafting(false)} onDrafted={setOpened} />}
    </Page>
  )
}

interface RunCardProps {
  readonly run: RunHead
  readonly windows: readonly SubmissionWindow[]
  readonly onOpen: () => void
}

function RunCard({ run, windows, onOpen }: RunCardProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { number, title, window, status, draftedAt } = run
  return (
    <li className={styles.card}>
      <div>
        <span className={styles.title}>{`${number} ${title}`}</span> <StatusBadge status={status} />
        <Caption1 block className={styles.quiet}>
          {[
            windows.find(({ id }) => id === window)?.title ?? window,
            t('runs.drafted', { time: momentText(draftedAt) }),
          ].join(' · ')}
        </Caption1>
      </div>
      <Button onClick={onOpen} aria-label={`${t('runs.open')} ${number}`}>
        {t('runs.open')}
      </Button>
    </li>
  )
}

export function StatusBadge({ status }: Pick<RunHead, 'status'>) {
  const { t } = useTranslation('office')
  return (
    <Badge appearance="tint" color={status === 'published' ? 'success' : status === 'signed' ? 'brand' : 'warning'}>
      {t(`runs.status.${status}`)}
    </Badge>
  )
}

interface DraftDialogProps extends RunsPageProps {
  readonly onClose: () => void
  readonly onDrafted: (number: string) => void
}

function DraftDialog({ api, windows, current, onClose, onDrafted, onLapse }: DraftDialogProps) {
  const { t } = useTranslation('office')
  const { acting, act } = useAct(onLapse)
  const begun = windows.filter(({ state }) => state !== 'future').toReversed()
  const [window, setWindow] = useState(current ?? begun[0]?.id ?? '')
  const [title, setTitle] = useState('')
  return (
    <ActDialog
      title={t('runs.new')}
      confirm={t('runs.draft')}
      acting={acting}
      ready={window !== '' && title.trim() !== ''}
      onClose={onClose}
      onConfirm={() =>
        void act(() => api.draft(window, title.trim())).then((answer) => answer && onDrafted(answer.run.number))
      }
    >
      <Field label={t('runs.window')} required>
        <Select value={window} onChange={(_, { value }) => setWindow(value)}>
          {begun.map(({ id, title: name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t('runs.name')} hint={t('runs.nameHint')} required>
        <Input value={title} maxLength={100} onChange={(_, { value }) => setTitle(value)} />
      </Field>
    </ActDialog>
  )
}
