import { mergeClasses } from '@fluentui/react-components'
import type { CellAddress, Pack, UnitFacts } from '@kaohe/shared-rules'
import { useTranslation } from '../../i18n/use-translation.ts'
import { percent, share } from '../../ui/figure.ts'
import { FindingRow, type OnCorrect } from '../../ui/FindingRow.tsx'
import { useAmount } from '../../ui/use-amount.ts'
import { useScrollWhen } from '../../ui/use-scroll-when.ts'
import { use } from 'react'
import { BesideContext } from './beside.ts'
import { CellHistory } from './CellHistory.tsx'
import type { OnHistory } from './PastValues.tsx'
import { useStyles } from './EntryCard.styles.ts'
import { FigureNotes } from './FigureNotes.tsx'
import { isAsked, type IndicatorEntry } from './entries.ts'
import { CellLink } from '../../ui/CellLink.tsx'
import { PointsText } from './PointsText.tsx'
import { ScoreBadges } from './ScoreBadges.tsx'
import { WhyNoPoints } from './WhyNoPoints.tsx'
import { Working } from './Working.tsx'

interface EntryCardProps {
  readonly pack: Pack
  readonly form: string
  readonly entry: IndicatorEntry
  readonly followed: boolean
  readonly onReveal: (place: CellAddress) => void
  readonly onCorrect: OnCorrect
  readonly facts: UnitFacts
  /** The ledger rows the figure was counted from. */
  readonly rows: () => readonly CellAddress[]
  readonly nameOf: (unit: string) => string
  readonly onHistory: OnHistory
}

/** One indicator of the form: what was typed or counted, against what target, and the points it gives. */
export function EntryCard(props: EntryCardProps) {
  const { pack, form, entry, followed, onReveal, onCorrect, facts, rows, nameOf, onHistory } = props
  const styles = useStyles()
  const root = useScrollWhen<HTMLElement>(followed)
  const { indicator, result, cell, target } = entry
  const inputs = () => [cell?.address, target, ...rows()].filter((place) => place !== undefined)
  const beside = use(BesideContext)
  const hasFigures = cell !== undefined || isAsked(entry)

  return (
    <article
      ref={root}
      className={mergeClasses(styles.root, followed && styles.followed)}
      aria-label={indicator.title}
      aria-current={followed ? 'true' : undefined}
    >
      <div className={styles.line}>
        <span className={styles.title}>{indicator.title}</span>
        <PointsText result={result} />
      </div>
      {hasFigures && <Figures entry={entry} onReveal={onReveal} />}
      {hasFigures && <FigureNotes pack={pack} facts={facts} entry={entry} nameOf={nameOf} />}
      <WhyNoPoints pack={pack} result={result} />
      {cell && cell.findings.length > 0 && (
        <div className={styles.findings}>
          {cell.findings.map((finding) => (
            <FindingRow key={finding.key} finding={finding} onReveal={onReveal} onCorrect={onCorrect} />
          ))}
        </div>
      )}
      {hasFigures && (
        <Working
          pack={pack}
          result={result}
          inputs={inputs}
          by={entry.verification?.by.map(nameOf) ?? []}
          onReveal={onReveal}
        />
      )}
      {cell?.column.figure && beside?.figure(form, cell.path, indicator.title)}
      {cell && <CellHistory cell={cell.path} nameOf={nameOf} onHistory={onHistory} />}
    </article>
  )
}

/** What was typed or counted, against what target. */
function Figures({ entry, onReveal }: Pick<EntryCardProps, 'entry' | 'onReveal'>) {
  const styles = useStyles()
  const { t } = useTranslation()
  const amount = useAmount()
  const { indicator, result, cell, ledger } = entry
  const { actual, completion } = result
  const typed = cell ? cell.value : actual
  return (
    <>
      <div className={styles.line}>
        <span className={styles.value}>
          {ledger && <span className={styles.quiet}>{t('filling.counted')} </span>}
          {typed === null ? (
            <span className={styles.quiet}>{cell ? t('filling.empty') : '—'}</span>
          ) : (
            <>
              {amount(typed, indicator.unit).figure}{' '}
              <span className={styles.quiet}>{amount(typed, indicator.unit).unit}</span>
            </>
          )}
          {cell?.address && <CellLink place={cell.address} onReveal={onReveal} />}
        </span>
        <span className={styles.badges}>
          <ScoreBadges indicator={indicator} result={result} verification={entry.verification} />
        </span>
      </div>
      {completion !== null && (
        <div className={styles.track} aria-hidden>
          <div
            className={mergeClasses(styles.bar, share(completion) === 1 && styles.full)}
            style={{ width: `${share(completion) * 100}%` }}
          />
        </div>
      )}
      <div className={mergeClasses(styles.line, styles.quiet)}>
        <span>
          {result.target === null
            ? indicator.target !== null && t('filling.noTarget')
            : `${t('filling.target')} ${amount(result.target, indicator.unit).figure}`}
        </span>
        {completion !== null && <span>{`${t('filling.completion')} ${percent(completion)}`}</span>}
      </div>
    </>
  )
}
