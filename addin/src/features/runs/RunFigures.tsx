import { makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Run } from '../../api/office.ts'

const useStyles = makeStyles({
  summary: { cursor: 'pointer', fontSize: tokens.fontSizeBase200, color: tokens.colorBrandForegroundLink },
  scroll: { overflowX: 'auto' },
  table: { borderCollapse: 'collapse', fontSize: tokens.fontSizeBase200, fontVariantNumeric: 'tabular-nums' },
  head: {
    padding: '4px 6px',
    textAlign: 'right',
    fontWeight: tokens.fontWeightSemibold,
    verticalAlign: 'bottom',
    minWidth: '4.5em',
  },
  unit: {
    padding: '4px 6px',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    whiteSpace: 'nowrap',
    position: 'sticky',
    left: 0,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  cell: { padding: '4px 6px', textAlign: 'right', borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
  word: { color: tokens.colorNeutralForeground3 },
})

interface RunFiguresProps {
  readonly run: Run
  readonly rows: Run['pools'][number]['rows']
}

/** The points of every unit, indicator by indicator; where there are none, the word that says why. */
export function RunFigures({ run, rows }: RunFiguresProps) {
  const styles = useStyles()
  const { t, texts } = useTranslation('office')
  const wordOf = (status: string) => {
    const key = `runs.cell.${status}`
    return texts.knows('office', key) ? t(key) : '—'
  }
  return (
    <details>
      <summary className={styles.summary}>{t('runs.points')}</summary>
      <div className={styles.scroll} tabIndex={0} role="region" aria-label={t('runs.points')}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.unit}>
                {t('runs.unit')}
              </th>
              {run.indicators.map(({ id, title }) => (
                <th key={id} scope="col" className={styles.head}>
                  {title}
                </th>
              ))}
              <th scope="col" className={styles.head}>
                {t('runs.total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ unit, indicators, total }) => (
              <tr key={unit.id}>
                <th scope="row" className={styles.unit}>
                  {unit.name}
                </th>
                {indicators.map(({ indicator, shown, status }) => (
                  <td key={indicator} className={styles.cell}>
                    {shown ?? <span className={styles.word}>{wordOf(status)}</span>}
                  </td>
                ))}
                <td className={styles.cell}>{total.kind === 'total' ? total.shown : t('runs.withheld')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  )
}
