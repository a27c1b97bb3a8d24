import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import type { IndicatorResult, MissingFact, Pack, UnitResult } from '@kaohe/shared-rules'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { PointsText } from './PointsText.tsx'
import { ScoreBadges } from './ScoreBadges.tsx'
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
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface ScoreTableProps {
  readonly pack: Pack
  readonly result: UnitResult
}

/** All indicators of the year, of this form and the others: points, or the reason for none. */
export function ScoreTable({ pack, result }: ScoreTableProps) {
  const styles = useStyles()
  const { t } = useTranslation()
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
            <Why pack={pack} result={one} />
            {one.status === 'scored' && <Working pack={pack} result={one} inputs={[]} onReveal={() => undefined} />}
          </li>
        )
      })}
    </ul>
  )
}

function Why({ pack, result }: { readonly pack: Pack; readonly result: IndicatorResult }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const { status, clause, missing } = result
  if (status === 'scored') return null
  const text =
    status === 'undecided'
      ? [...new Set(missing.map((fact) => missingText(pack, fact, t)))].slice(0, 3).join('；')
      : t(`score.explain.${status}`)
  return (
    <Caption1 block className={styles.quiet}>
      {text}
      {clause && `（${t('filling.clause', { clause })}）`}
    </Caption1>
  )
}

/** What a score waits for, in the words of the sheet. */
function missingText(pack: Pack, { kind, key, index, field }: MissingFact, t: TFunction): string {
  if (kind === 'target') return t('score.missing.target')
  if (kind === 'actual') return t('score.missing.actual')
  const ledger = pack.forms.flatMap(({ ledgers }) => ledgers).find(({ id }) => id === key)
  const name = ledger?.title ?? key
  if (index === undefined) return t('score.missing.ledger', { ledger: name })
  const column = ledger?.columns.find(({ id }) => id === field)
  return t('score.missing.item', { ledger: name, row: index + 1, field: column?.head.at(-1) ?? field ?? '' })
}
