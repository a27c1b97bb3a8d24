import { Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { ArrowTrendingLines20Regular } from '@fluentui/react-icons/svg/arrow-trending-lines'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { OfficeApi, Run } from '../../api/office.ts'
import { grouped, percent } from '../../ui/figure.ts'
import { WaysUp } from './WaysUp.tsx'

const useStyles = makeStyles({
  root: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
  },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  head: { textAlign: 'right', padding: '4px', fontWeight: tokens.fontWeightSemibold },
  title: {
    textAlign: 'left',
    padding: '4px',
    fontWeight: tokens.fontWeightRegular,
    '&[scope=row]': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  },
  cell: { textAlign: 'right', padding: '4px', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  word: { color: tokens.colorNeutralForeground2 },
})

interface OwnFiguresProps {
  readonly api: OfficeApi
  readonly run: Run
  readonly unit: string
  readonly onLapse: () => void
}

/** The reader's own place, total and figures in a published run, and what a better place would take. */
export function OwnFigures({ api, run, unit, onLapse }: OwnFiguresProps) {
  const styles = useStyles()
  const { t, texts } = useTranslation('office')
  const wordOf = (status: string) => {
    const key = `runs.cell.${status}`
    return texts.knows('office', key) ? t(key) : '—'
  }
  const [asksWays, setAsksWays] = useState(false)
  const pool = run.pools.find(({ rows }) => rows.some((one) => one.unit.id === unit))
  const row = pool?.rows.find((one) => one.unit.id === unit)
  if (!pool || !row) return null
  const { rank, total } = row
  const ranksAhead = pool.rows.flatMap((one) => (one.rank !== null && one.rank < (rank ?? 0) ? [one.rank] : []))
  const ahead = [...new Set(ranksAhead)].toSorted((a, b) => b - a)
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
      {ahead.length > 0 && (
        <Button
          appearance="subtle"
          icon={<ArrowTrendingLines20Regular />}
          aria-expanded={asksWays}
          onClick={() => setAsksWays(!asksWays)}
        >
          {t(asksWays ? 'published.ways.close' : 'published.ways.open')}
        </Button>
      )}
      {asksWays && <WaysUp key={run.number} {...{ api, run, ahead, onLapse }} own={row} />}
    </section>
  )
}
