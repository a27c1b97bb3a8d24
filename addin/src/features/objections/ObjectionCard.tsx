import { Badge, Body1, Button, Caption1, makeStyles, tokens } from '@fluentui/react-components'
import type { Objection } from '../../api/objections.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useCardListStyles } from '../../ui/card-list.styles.ts'
import { momentText } from '../../ui/moment.ts'

const useStyles = makeStyles({
  title: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  answer: {
    padding: tokens.spacingHorizontalS,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    display: 'grid',
    gap: tokens.spacingVerticalXXS,
  },
})

const colors = { open: 'warning', upheld: 'success', rejected: 'informative' } as const

interface ObjectionCardProps {
  readonly objection: Objection
  /** Unit and indicator, as people call them. */
  readonly title: string
  /** The figure objected to, with its unit of measure. */
  readonly value: string
  readonly window: string
  readonly onAnswer: (() => void) | null
}

export const stateOf = ({ outcome }: Objection): keyof typeof colors => outcome ?? 'open'

/** One objection: to which figure, in the unit's words, and what was answered. */
export function ObjectionCard({ objection, title, value, window, onAnswer }: ObjectionCardProps) {
  const cards = useCardListStyles()
  const styles = useStyles()
  const { t } = useTranslation('objections')
  const { number, statement, by, at, answer, answeredBy, answeredAt } = objection
  const state = stateOf(objection)
  return (
    <li className={cards.card} aria-label={number}>
      <div className={cards.line}>
        <span className={styles.title}>{title}</span>
        <Badge appearance="tint" color={colors[state]}>
          {t(`state.${state}`)}
        </Badge>
      </div>
      <Caption1 className={styles.quiet}>{[number, window, t('value', { value })].join(' · ')}</Caption1>
      <Body1 className={styles.words}>{statement}</Body1>
      <Caption1 className={styles.quiet}>{t('raisedAt', { time: momentText(at), by })}</Caption1>
      {answer !== null && answeredAt !== null && (
        <div className={styles.answer}>
          <Body1 className={styles.words}>{answer}</Body1>
          <Caption1 className={styles.quiet}>
            {t('answeredAt', { time: momentText(answeredAt), by: answeredBy ?? '' })}
          </Caption1>
        </div>
      )}
      {onAnswer && state === 'open' && (
        <div>
          <Button appearance="primary" onClick={onAnswer} aria-label={`${t('answer')} ${number}`}>
            {t('answer')}
          </Button>
        </div>
      )}
    </li>
  )
}
