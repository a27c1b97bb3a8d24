import { Caption1, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { useTranslation } from 'react-i18next'
import { share } from '../../ui/figure.ts'
import { bars } from './ranking.ts'
import type { Pulled } from './use-ranking.ts'

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
  bars: { display: 'flex', flexDirection: 'column', gap: '3px', margin: 0, padding: 0, listStyleType: 'none' },
  bar: {
    display: 'grid',
    gridTemplateColumns: '2em minmax(5em, 8em) 1fr 3.5em',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  rank: { textAlign: 'right', color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  unit: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  track: { height: '8px', borderRadius: '4px', backgroundColor: tokens.colorNeutralBackground4, overflow: 'hidden' },
  fill: {
    height: '100%',
    borderRadius: '4px',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  total: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
})

/** What was written for one pool, and its totals as bars. */
export function PulledRanking({ pulled }: { readonly pulled: Pulled }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { pool, ranking, sheet, how } = pulled
  const drawn = bars(ranking)
  const unranked = drawn.filter(({ total }) => total === null).length
  const most = drawn.reduce((most, { total }) => (total !== null && Number(total) > Number(most) ? total : most), '100')
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
      <ol className={styles.bars} aria-label={t('ranking.chart', { pool: pool.title })}>
        {drawn.map(({ unit, rank, total }) => (
          <li key={unit} className={styles.bar}>
            <span className={styles.rank}>{rank ?? '—'}</span>
            <span className={styles.unit} title={unit}>
              {unit}
            </span>
            <span className={mergeClasses(total !== null && styles.track)} aria-hidden>
              {total !== null && <div className={styles.fill} style={{ width: `${share(total, most) * 100}%` }} />}
            </span>
            <span className={styles.total}>{total ?? t('ranking.undecided')}</span>
          </li>
        ))}
      </ol>
    </article>
  )
}
