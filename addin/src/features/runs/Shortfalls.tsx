import { Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { CheckmarkCircle24Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Run } from '../../api/office.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { grouped } from '../../ui/figure.ts'
import { Meter } from '../../ui/Meter.tsx'
import { share } from '../../ui/figure.ts'
import { namesIn } from './awards.ts'

const useStyles = makeStyles({
  unit: { display: 'grid', gap: tokens.spacingVerticalXS, maxWidth: '560px' },
  task: { display: 'grid', gap: '2px' },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: '8px', fontVariantNumeric: 'tabular-nums' },
  gap: { color: tokens.colorStatusDangerForeground1 },
})

/** Tasks missed when they were due, unit by unit: what rectification starts from. */
export function Shortfalls({ run }: { readonly run: Run }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  if (run.shortfalls.length === 0) {
    return (
      <EmptyState
        icon={<CheckmarkCircle24Filled />}
        title={t('runs.shortfall.none')}
        text={t('runs.shortfall.noneText')}
      />
    )
  }
  const names = namesIn(run)
  const units = [...new Set(run.shortfalls.map(({ unit }) => unit))]
  return units.map((unit) => (
    <section key={unit} className={styles.unit}>
      <Subtitle2 as="h3">{names.get(unit) ?? unit}</Subtitle2>
      {run.shortfalls
        .filter((one) => one.unit === unit)
        .map(({ indicator, due, actual, gap }) => {
          const about = run.indicators.find(({ id }) => id === indicator)
          const measure = (figure: string) => `${grouped(figure)} ${about?.unit ?? ''}`
          return (
            <div key={indicator} className={styles.task}>
              <Caption1 className={styles.line}>
                <span>{about?.title ?? indicator}</span>
                <span>{t('runs.shortfall.due', { due: measure(due) })}</span>
                <span>{t('runs.shortfall.actual', { actual: measure(actual) })}</span>
                <span className={styles.gap}>{t('runs.shortfall.gap', { gap: measure(gap) })}</span>
              </Caption1>
              <Meter total={1} parts={[{ kind: 'trouble', count: share(actual, due) }]} />
            </div>
          )
        })}
    </section>
  ))
}
