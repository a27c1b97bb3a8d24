import { Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Run } from '../../api/office.ts'
import { RankBars } from '../../ui/RankBars.tsx'
import { RunFigures } from './RunFigures.tsx'

const useStyles = makeStyles({
  pool: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
})

/** The totals of each pool as bars; under them, unfolded, the points indicator by indicator. */
export function RunRanking({ run }: { readonly run: Run }) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  return run.pools.map(({ pool, title, rows }) => {
    const withheld = rows.filter(({ total }) => total.kind === 'withheld').length
    return (
      <section key={pool} className={styles.pool} aria-label={title}>
        <Subtitle2 as="h3">{title}</Subtitle2>
        {withheld > 0 && <Caption1 className={styles.quiet}>{t('runs.withheldNote', { count: withheld })}</Caption1>}
        <RankBars
          label={title}
          bars={rows.map(({ rank, unit, total }) => ({
            key: unit.id,
            rank,
            name: unit.name,
            total: total.kind === 'total' ? total.shown : null,
            otherwise: total.kind === 'total' ? '' : t('runs.counted', { counted: total.counted }),
          }))}
        />
        <RunFigures run={run} rows={rows} />
      </section>
    )
  })
}
