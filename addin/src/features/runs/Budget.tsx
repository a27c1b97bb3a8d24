import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Run } from '../../api/office.ts'
import { share } from '../../ui/figure.ts'
import { openTies } from './awards.ts'

const useStyles = makeStyles({
  root: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
    maxWidth: '560px',
  },
  now: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  scale: { position: 'relative', height: '10px', borderRadius: '5px', backgroundColor: tokens.colorNeutralBackground5 },
  range: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    borderRadius: '5px',
    backgroundColor: tokens.colorBrandBackground2,
  },
  mark: {
    position: 'absolute',
    top: '-3px',
    bottom: '-3px',
    width: '4px',
    borderRadius: '2px',
    backgroundColor: tokens.colorBrandBackground,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  warn: { color: tokens.colorStatusWarningForeground3 },
})

/** What the prizes cost as decided so far, on the stretch it can still move in. */
export function Budget({ run }: { readonly run: Run }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const { now, inCapitals, least, most } = run.budget
  const at = (amount: string) => `${share(amount, most) * 100}%`
  const ties = openTies(run)
  return (
    <section className={styles.root} aria-label={t('runs.budget')} aria-live="polite">
      <div>
        {t('runs.budget')} <span className={styles.now}>{t('runs.budgetNow', { now })}</span>
      </div>
      <div className={styles.scale} aria-hidden>
        <div className={styles.range} style={{ left: at(least), right: 0 }} />
        <div className={styles.mark} style={{ left: `calc(${at(now)} - 4px)` }} />
      </div>
      <Caption1 className={styles.quiet}>
        {`${t('runs.budgetInCapitals', { inCapitals })} · ${t('runs.budgetRange', { least, most })}`}
      </Caption1>
      {ties > 0 && <Caption1 className={styles.warn}>{t('runs.undecidedAwards', { count: ties })}</Caption1>}
    </section>
  )
}
