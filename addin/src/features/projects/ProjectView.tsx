import { Body1, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { useCallback, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { LibraryProject, ProjectsApi } from '../../api/projects.ts'
import { useLoaded } from '../../api/use-loaded.ts'
import { LoadedView } from '../../ui/LoadedView.tsx'
import { Page } from '../../ui/Page.tsx'
import { DecideDialog, type Deciding } from './DecideDialog.tsx'
import { HistoryList } from './HistoryList.tsx'
import { StateBadge } from './ProjectLine.tsx'
import { stages } from './projects.ts'

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  stages: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    margin: 0,
    maxWidth: '480px',
    fontVariantNumeric: 'tabular-nums',
    '& dt': { color: tokens.colorNeutralForeground2 },
    '& dd': { margin: 0 },
  },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  attention: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, color: tokens.colorStatusWarningForeground3 },
})

interface ProjectViewProps {
  readonly api: ProjectsApi
  readonly number: string
  readonly mayDecide: boolean
  readonly onBack: () => void
  readonly onLapse: () => void
}

/** One project: its stages with their days, what to look at, everything that happened to it; and taking it in or letting it go. */
export function ProjectView({ api, number, mayDecide, onBack, onLapse }: ProjectViewProps) {
  const { t } = useTranslation('projects')
  const load = useCallback(() => api.history(number), [api, number])
  const { loaded, reload } = useLoaded(load, onLapse)
  const [deciding, setDeciding] = useState<Deciding | null>(null)
  return (
    <Page
      title={t('project', { number })}
      actions={
        <Button icon={<ArrowLeft20Regular />} onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <LoadedView loaded={loaded} onRetry={() => void reload()}>
        {({ project, history }) => (
          <>
            <Standing project={project} />
            {mayDecide && <Decisions project={project} onDecide={setDeciding} />}
            <Subtitle2 as="h3">{t('history.title')}</Subtitle2>
            <HistoryList events={history} />
            {deciding && (
              <DecideDialog
                {...{ api, project, deciding, onLapse }}
                onClose={() => setDeciding(null)}
                onDone={() => {
                  setDeciding(null)
                  void reload()
                }}
              />
            )}
          </>
        )}
      </LoadedView>
    </Page>
  )
}

function Standing({ project }: { readonly project: LibraryProject }) {
  const styles = useStyles()
  const { t } = useTranslation('projects')
  const { name, unit, dates, verified, firstReported, lastReported, attention } = project
  return (
    <>
      <div className={styles.line}>
        <Subtitle2 as="h3">{name}</Subtitle2>
        <StateBadge project={project} />
      </div>
      <Caption1 className={styles.quiet}>
        {[
          unit.name,
          t(verified ? 'verified' : 'unverified'),
          t('reportedFor', { first: firstReported, last: lastReported }),
        ].join(' · ')}
      </Caption1>
      <dl className={styles.stages}>
        {stages.map((stage) => [
          <dt key={stage}>{t(`stage.${stage}`)}</dt>,
          <dd key={`${stage} day`}>{dates[stage] ?? '—'}</dd>,
        ])}
      </dl>
      {attention.length > 0 && (
        <ul className={styles.attention}>
          {attention.map((one) => (
            <li key={one}>{t(`attention.${one}`)}</li>
          ))}
        </ul>
      )}
    </>
  )
}

interface DecisionsProps {
  readonly project: LibraryProject
  readonly onDecide: (deciding: Deciding) => void
}

/** What can be decided about the project in the state it is in. */
function Decisions({ project: { state, admission }, onDecide }: DecisionsProps) {
  const styles = useStyles()
  const { t } = useTranslation('projects')
  if (state === 'removed') return null
  return (
    <div className={styles.line}>
      {state === 'removal-proposed' && (
        <Button appearance="primary" onClick={() => onDecide('remove')}>
          {t('decide.remove')}
        </Button>
      )}
      {admission !== 'admitted' && <Button onClick={() => onDecide('admit')}>{t('decide.admit')}</Button>}
      {admission !== 'declined' && <Button onClick={() => onDecide('decline')}>{t('decide.decline')}</Button>}
      {state !== 'removal-proposed' && <Body1 className={styles.quiet}>{t('decide.removeWhen')}</Body1>}
    </div>
  )
}
