import { Badge, Caption1, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowDown16Filled } from '@fluentui/react-icons/svg/arrow-down'
import { ArrowUp16Filled } from '@fluentui/react-icons/svg/arrow-up'
import type { Run, UnitChange } from '../../api/office.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { useCardListStyles } from '../../ui/card-list.styles.ts'

const useStyles = makeStyles({
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  steps: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXXS },
  step: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '8px' },
  points: { fontVariantNumeric: 'tabular-nums', fontWeight: tokens.fontWeightSemibold },
  gain: { color: tokens.colorStatusSuccessForeground1 },
  loss: { color: tokens.colorStatusDangerForeground1 },
})

interface UnitChangeCardProps {
  readonly change: UnitChange
  readonly run: Run
  readonly pool: string
}

/** One unit from one run to another: where it stood, where it stands, and what each cause by itself did to it. */
export function UnitChangeCard({ change, run, pool }: UnitChangeCardProps) {
  const cards = useCardListStyles()
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { name, ranks, totals, steps } = change
  const rank = (place: number | null) => (place === null ? t('runs.change.noRank') : place)
  const total = (points: string | null) => points ?? t('runs.change.noTotal')
  const ranksText = ([before, after]: UnitChange['ranks']) =>
    t('runs.change.rank', { before: rank(before), after: rank(after) })
  const titles = (indicators: readonly string[]) =>
    indicators.map((id) => run.indicators.find((one) => one.id === id)?.title ?? id).join(t('comma'))
  return (
    <li className={cards.card} aria-label={name}>
      <div className={cards.line}>
        <span className={styles.name}>{name}</span>
        <Move ranks={ranks} />
      </div>
      <Caption1 className={styles.quiet}>
        {[pool, ranksText(ranks), t('runs.change.total', { before: total(totals[0]), after: total(totals[1]) })].join(
          ' · ',
        )}
      </Caption1>
      <ul className={styles.steps}>
        {steps.map(({ cause, points, indicators, ranks: stepRanks }) => (
          <li key={cause} className={styles.step}>
            <Badge appearance="outline">{t(`runs.change.cause.${cause}`)}</Badge>
            {indicators.length > 0 ? (
              <>
                <span>{titles(indicators)}</span>
                <Points points={points} />
              </>
            ) : (
              <span>{t('runs.change.others')}</span>
            )}
            {stepRanks[0] !== stepRanks[1] && (
              <Caption1 className={styles.quiet}>{t('runs.change.step', { ranks: ranksText(stepRanks) })}</Caption1>
            )}
          </li>
        ))}
      </ul>
    </li>
  )
}

function Points({ points }: { readonly points: string | null }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  if (points === null) return <Caption1 className={styles.quiet}>{t('runs.change.open')}</Caption1>
  const isLoss = points.startsWith('-')
  const signed = isLoss ? `−${points.slice(1)}` : points === '0' ? points : `+${points}`
  return (
    <span className={mergeClasses(styles.points, isLoss ? styles.loss : styles.gain)}>
      {t('runs.change.points', { points: signed })}
    </span>
  )
}

function Move({ ranks: [before, after] }: { readonly ranks: UnitChange['ranks'] }) {
  const { t } = useTranslation('office')
  if (before === null || after === null || before === after) return null
  const isUp = after < before
  return (
    <Badge
      appearance="tint"
      color={isUp ? 'success' : 'danger'}
      icon={isUp ? <ArrowUp16Filled /> : <ArrowDown16Filled />}
    >
      {t(isUp ? 'runs.change.up' : 'runs.change.down', { count: Math.abs(before - after) })}
    </Badge>
  )
}
