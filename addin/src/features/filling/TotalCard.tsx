import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import type { Pack, Unit, UnitResult } from '@kaohe/shared-rules'
import { useTranslation } from 'react-i18next'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorNeutralForeground1,
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', justifyContent: 'space-between', gap: '8px' },
  total: {
    fontSize: tokens.fontSizeHero700,
    lineHeight: tokens.lineHeightHero700,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  withheld: { fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
})

interface TotalCardProps {
  readonly pack: Pack
  readonly unit: Unit
  readonly result: UnitResult
}

/** The total over all indicators, or what is missing for one and what has been counted so far. */
export function TotalCard({ pack, unit, result }: TotalCardProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { total } = result
  const full = pack.pools.find(({ id }) => id === unit.pool)?.fullMark
  const titles = new Map(pack.indicators.map(({ id, title }) => [id, title]))
  return (
    <section className={styles.root} aria-label={t('score.total')}>
      <div className={styles.line}>
        <span className={styles.quiet}>{t('score.total')}</span>
        {total.kind === 'total' ? (
          <span>
            <span className={styles.total}>{total.shown}</span>
            {full !== undefined && <Caption1 className={styles.quiet}> / {full}</Caption1>}
          </span>
        ) : (
          <span className={styles.withheld}>{t('score.withheld')}</span>
        )}
      </div>
      {total.kind === 'withheld' && (
        <>
          <Caption1 block>{t('score.counted', { counted: total.counted, weight: total.countedWeight })}</Caption1>
          <Caption1 block className={styles.quiet}>
            {t('score.waiting')}
            {total.undecided.map((id) => titles.get(id) ?? id).join('、')}
          </Caption1>
        </>
      )}
      <Caption1 block className={styles.quiet}>
        {pack.official ? '' : `${pack.notice} · `}
        {t('score.unverified')}
      </Caption1>
    </section>
  )
}
