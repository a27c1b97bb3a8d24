import { Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Run } from '../../api/office.ts'
import { grouped, percent } from '../../ui/figure.ts'

const useStyles = makeStyles({
  root: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  head: { textAlign: 'right', padding: '4px', fontWeight: tokens.fontWeightSemibold },
  title: { textAlign: 'left', padding: '4px', fontWeight: tokens.fontWeightRegular },
  cell: { textAlign: 'right', padding: '4px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  word: { color: tokens.colorNeutralForeground2 },
})

/** The reader's own place, total and figures in a published run. */
export function OwnFigures({ run, unit }: { readonly run: Run; readonly unit: string }) {
  const styles = useStyles()
  const { t, texts } = useTranslation('office')
  const wordOf = (status: string) => {
    const key = `runs.cell.${status}`
    return texts.knows('office', key) ? t(key) : '—'
  }
  const row = run.pools.flatMap(({ rows }) => rows).find((one) => one.unit.id === unit)
  if (!row) return null
  const { rank, total } = row
  const known = row.indicators.flatMap((one) => (one.figures ? [{ ...one, figures: one.figures }] : []))
  return (
    <section className={styles.root} aria-label={t('published.own')}>
      <Subtitle2 as="h3">
        {[
          `${t('published.own')} ${row.unit.name}`,
          ...(rank === null ? [] : [t('published.ownRank', { rank })]),
          total.kind === 'total' ? t('published.ownTotal', { total: total.shown }) : t('runs.withheld'),
        ].join(' · ')}
      </Subtitle2>
      <table className={styles.table} aria-label={t('published.figures')}>
        <thead>
          <tr>
            <th scope="col" className={styles.title}>
              {t('published.indicator')}
            </th>
            {(['target', 'actual', 'completion', 'points'] as const).map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {t(`published.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.map(({ indicator, status, shown, figures }) => {
            const about = run.indicators.find(({ id }) => id === indicator)
            return (
              <tr key={indicator}>
                <th scope="row" className={styles.title}>
                  {about?.title ?? indicator} <Caption1 className={styles.word}>{about?.unit}</Caption1>
                </th>
                <td className={styles.cell}>{figures.target === null ? '—' : grouped(figures.target)}</td>
                <td className={styles.cell}>{figures.actual === null ? '—' : grouped(figures.actual)}</td>
                <td className={styles.cell}>{figures.completion === null ? '—' : percent(figures.completion)}</td>
                <td className={styles.cell}>{shown ?? <span className={styles.word}>{wordOf(status)}</span>}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
