import { Badge, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Reconciliation } from '../../api/targets.ts'
import { grouped } from '../../ui/figure.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 280px), 1fr))',
    columnGap: tokens.spacingHorizontalXL,
  },
  line: {
    padding: `${tokens.spacingVerticalXS} 0`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gap: '2px',
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  figures: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
})

const colours = { equal: 'success', above: 'warning', below: 'danger', 'no-district-target': 'informative' } as const

/** 对账: what the units' targets come to beside the district's, task by task, with the amount that is too much or missing. */
export function ReconciliationList({ lines }: { readonly lines: readonly Reconciliation[] }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const measured = (figure: string, unit: string) => `${grouped(figure)} ${unit}`
  return (
    <section aria-label={t('targets.reconciliation')}>
      <Subtitle2 as="h3">{t('targets.reconciliation')}</Subtitle2>
      <ul className={styles.list}>
        {lines.map(({ key, title, unit, district, units, difference, verdict, holders, pending }) => (
          <li key={key} className={styles.line}>
            <div className={styles.head}>
              <span>{title}</span>
              <Badge appearance="tint" color={colours[verdict]}>
                {t(`targets.verdict.${verdict}`, { amount: measured((difference ?? '').replace(/^-/, ''), unit) })}
              </Badge>
              {pending && <Badge appearance="outline">{t('targets.pending')}</Badge>}
            </div>
            <Caption1 className={styles.figures}>
              {[
                t('targets.sum', { count: holders, sum: measured(units, unit) }),
                ...(district === null ? [] : [t('targets.district', { figure: measured(district, unit) })]),
              ].join(' · ')}
            </Caption1>
          </li>
        ))}
      </ul>
    </section>
  )
}
