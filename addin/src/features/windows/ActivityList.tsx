import { Badge, Body1, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import type { Activity } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OfficeWindow } from '../../api/office.ts'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { momentOf, momentText } from '../../ui/moment.ts'
import { stageOf } from './activity-stage.ts'

const useStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  tasks: { margin: 0, paddingLeft: tokens.spacingHorizontalL },
})

interface ActivityListProps {
  readonly activities: readonly Activity[]
  readonly windows: readonly OfficeWindow[]
  readonly now: () => number
}

/** 专题活动 of the year: when, who, what is done, and the window whose figures it goes by. */
export function ActivityList({ activities, windows, now }: ActivityListProps) {
  const cards = useCardListStyles()
  const { t } = useTranslation('office')
  const [today] = useState(() => momentOf(now()).date)
  return (
    <>
      <Subtitle2 as="h3">{t('windows.activities')}</Subtitle2>
      <ul className={cards.list} aria-label={t('windows.activities')}>
        {activities.map((activity) => (
          <ActivityCard
            key={activity.id}
            activity={activity}
            window={windows.find(({ id }) => id === activity.window)}
            today={today}
          />
        ))}
      </ul>
    </>
  )
}

interface ActivityCardProps {
  readonly activity: Activity
  readonly window: OfficeWindow | undefined
  readonly today: string
}

const colors = { coming: 'informative', running: 'success', over: 'subtle' } as const

function ActivityCard({ activity, window, today }: ActivityCardProps) {
  const cards = useCardListStyles()
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { title, clause, when, organiser, participants, tasks } = activity
  const stage = stageOf(activity, today)
  return (
    <li className={cards.card} aria-label={title}>
      <div className={cards.line}>
        <span className={styles.title}>{title}</span>
        <Caption1 className={styles.quiet}>{t('windows.when', { when, clause })}</Caption1>
        {stage && (
          <Badge appearance="tint" color={colors[stage]}>
            {t(`windows.stage.${stage}`)}
          </Badge>
        )}
      </div>
      <ul className={styles.tasks}>
        {tasks.map((task) => (
          <li key={task}>
            <Body1>{task}</Body1>
          </li>
        ))}
      </ul>
      {organiser && <Caption1>{t('windows.organiser', { who: organiser })}</Caption1>}
      {participants && <Caption1>{t('windows.participants', { who: participants })}</Caption1>}
      {window && (
        <Caption1 className={styles.quiet}>
          {t('windows.goesBy', { window: window.title, due: momentText(window.due) })}
        </Caption1>
      )}
    </li>
  )
}
