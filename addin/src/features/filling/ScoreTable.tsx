import { makeStyles, tokens } from '@fluentui/react-components'
import type { Pack, UnitResult } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import { PointsText } from './PointsText.tsx'
import { ScoreBadges } from './ScoreBadges.tsx'
import { WhyNoPoints } from './WhyNoPoints.tsx'
import { Working } from './Working.tsx'

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  row: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXS}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalM,
  },
  title: { fontWeight: tokens.fontWeightSemibold, display: 'inline-flex', flexWrap: 'wrap', gap: '6px' },
})

export interface ScoreTableProps {
  readonly pack: Pack
  readonly result: UnitResult
}

/** All indicators of the year, of this form and the others: points, or the reason for none. */
export function ScoreTable({ pack, result }: ScoreTableProps) {
  const styles = useStyles()
  const { t } = useTranslation('filling')
  const indicators = new Map(pack.indicators.map((indicator) => [indicator.id, indicator]))
  return (
    <ul className={styles.list} aria-label={t('score.table')}>
      {result.indicators.map((one) => {
        const indicator = indicators.get(one.indicator)
        if (!indicator) return null
        return (
          <li key={one.indicator} className={styles.row}>
            <div className={styles.line}>
              <span className={styles.title}>
                {indicator.title}
                <ScoreBadges indicator={indicator} result={one} />
              </span>
              <PointsText result={one} />
            </div>
            <WhyNoPoints pack={pack} result={one} />
            {one.status === 'scored' && (
              <Working pack={pack} result={one} inputs={() => []} onReveal={() => undefined} />
            )}
          </li>
        )
      })}
    </ul>
  )
}
