import { Body1, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { ProjectEvent } from '../../api/projects.ts'
import { momentText } from '../../ui/moment.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    maxWidth: '860px',
  },
  event: {
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    overflowWrap: 'anywhere',
  },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** Everything that happened to a project, the latest first: reports with what changed, decisions, matches. */
export function HistoryList({ events }: { readonly events: readonly ProjectEvent[] }) {
  const styles = useStyles()
  const { t } = useTranslation('projects')
  return (
    <ol className={styles.list} aria-label={t('history.title')} reversed>
      {events.toReversed().map((event, at) => (
        <li key={events.length - at} className={styles.event}>
          <Body1 block>
            <Told event={event} />
          </Body1>
          <Caption1 className={styles.quiet}>{`${momentText(event.at)} · ${event.by}`}</Caption1>
          {event.kind === 'reported' &&
            event.changes.map(({ column, title, before, after }) => (
              <Caption1 key={column} block>
                {before === null
                  ? t('history.filled', { title, after: after ?? '' })
                  : t('history.changed', { title, before, after: after ?? t('history.nothing') })}
              </Caption1>
            ))}
        </li>
      ))}
    </ol>
  )
}

function Told({ event }: { readonly event: ProjectEvent }) {
  const { t } = useTranslation('projects')
  switch (event.kind) {
    case 'reported':
      return t('history.reported', {
        report: event.report,
        stage: event.stage === null ? t('noStage') : t(`stage.${event.stage}`),
      })
    case 'dropped':
      return t('history.dropped', { report: event.report })
    case 'verified':
      return [t(`history.verdict.${event.verdict}`), event.reason].filter(Boolean).join(t('colon'))
    case 'admitted':
    case 'declined':
    case 'removed':
      return t(`history.${event.kind}`, { decider: event.decider, reason: event.reason })
    case 'matched':
    case 'told-apart':
      return [t(`history.${event.kind}`, { code: event.code }), event.reason].filter(Boolean).join(t('colon'))
  }
}
