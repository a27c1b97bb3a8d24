import { Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { useTranslation } from '../../i18n/use-translation.ts'
import { RankBars } from '../../ui/RankBars.tsx'
import { bars } from './ranking.ts'
import type { Pulled } from './pull-pool.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  done: { display: 'flex', alignItems: 'center', gap: '4px', color: tokens.colorStatusSuccessForeground1 },
  counts: { color: tokens.colorNeutralForeground3 },
})

/** What was written for one pool, and its totals as bars. */
export function PulledRanking({ pulled }: { readonly pulled: Pulled }) {
  const styles = useStyles()
  const { t } = useTranslation('ranking')
  const { pool, ranking, sheet, how } = pulled
  const drawn = bars(ranking)
  const unranked = drawn.filter(({ total }) => total === null).length
  return (
    <article className={styles.root} aria-label={pool.title}>
      <div>
        <Subtitle2 as="h3" block>
          {pool.title}
        </Subtitle2>
        <Caption1 className={styles.done}>
          <CheckmarkCircle16Filled aria-hidden />
          {t(`ranking.${how}`, { sheet })}
        </Caption1>
        <Caption1 className={styles.counts}>
          {t('ranking.units', { count: drawn.length })}
          {unranked > 0 && ` · ${t('ranking.unranked', { count: unranked })}`}
        </Caption1>
      </div>
      <RankBars
        label={t('ranking.chart', { pool: pool.title })}
        bars={drawn.map(({ unit, rank, total }) => ({
          key: unit,
          rank,
          name: <span title={unit}>{unit}</span>,
          total,
          otherwise: t('ranking.undecided'),
        }))}
      />
    </article>
  )
}
