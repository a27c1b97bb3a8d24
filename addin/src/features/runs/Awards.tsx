import { Badge, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Award, OfficeApi, Run } from '../../api/office.ts'
import { AwardDialog } from './AwardDialog.tsx'
import { basisText, hasOpenTie, namesIn } from './awards.ts'
import { Budget } from './Budget.tsx'

const useStyles = makeStyles({
  list: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 340px), 1fr))',
    gap: tokens.spacingHorizontalM,
    alignItems: 'start',
  },
  card: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    display: 'grid',
    gap: tokens.spacingVerticalXS,
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  candidates: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: '2px' },
  candidate: {
    display: 'grid',
    gridTemplateColumns: '3.2em 1fr auto',
    alignItems: 'center',
    columnGap: '6px',
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
  },
  winner: { fontWeight: tokens.fontWeightSemibold },
})

interface AwardsProps {
  readonly run: Run
  readonly api: OfficeApi
  readonly onChanged: () => void
  readonly onLapse: () => void
}

/** The award lists with their candidates, what is decided about each, and what it all costs. */
export function Awards({ run, api, onChanged, onLapse }: AwardsProps) {
  const styles = useStyles()
  const [deciding, setDeciding] = useState<string | null>(null)
  const award = run.awards.find((one) => one.award === deciding)
  return (
    <>
      <Budget run={run} />
      <div className={styles.list}>
        {run.awards.map((one) => (
          <AwardCard key={one.award} award={one} run={run} onDecide={() => setDeciding(one.award)} />
        ))}
      </div>
      {award && (
        <AwardDialog
          award={award}
          run={run}
          api={api}
          onClose={() => setDeciding(null)}
          onDone={() => {
            setDeciding(null)
            onChanged()
          }}
          onLapse={onLapse}
        />
      )}
    </>
  )
}

interface AwardCardProps {
  readonly award: Award
  readonly run: Run
  readonly onDecide: () => void
}

/** Besides the winners, who is tied and the one behind the line. */
function AwardCard({ award, run, onDecide }: AwardCardProps) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  const [all, setAll] = useState(false)
  const { title, clause, owner, basis, status, count, candidates, winners, tie, decision, least, most, cost } = award
  const names = namesIn(run)
  const pending = status === 'pending'
  const shown = all ? candidates : candidates.slice(0, count + 1 + Math.max(0, tie.length - 1))
  return (
    <article className={styles.card} aria-label={title}>
      <Subtitle2 as="h3">{title}</Subtitle2>
      <div className={styles.line}>
        {pending ? (
          <Badge appearance="tint" color="informative">
            {t('runs.award.pending')}
          </Badge>
        ) : (
          <Badge appearance="tint" color={decision ? 'success' : 'informative'}>
            {`${t('runs.award.count', { count })} · ${t(decision ? 'runs.award.decided' : 'runs.award.byDefault')}`}
          </Badge>
        )}
        {hasOpenTie(award) && (
          <Badge appearance="tint" color="warning">
            {t('runs.award.tie', { count: tie.length })}
          </Badge>
        )}
        <Caption1 className={styles.quiet}>
          {[clause, ...(pending ? [] : [t('runs.award.cost', { cost })])].join(' · ')}
        </Caption1>
      </div>
      <Caption1 className={styles.quiet}>
        {[
          t('runs.award.basis', { keys: basis.map((key) => basisText(key, t)).join(t('comma')) }),
          ...(owner === null ? [] : [t('runs.award.owner', { bureau: names.get(owner) ?? owner })]),
        ].join(t('semicolon'))}
      </Caption1>
      {!pending && candidates.length === 0 && <Caption1>{t('runs.award.none')}</Caption1>}
      <ol className={styles.candidates}>
        {shown.map(({ unit, place, standing, notes }) => {
          const wins = winners.includes(unit)
          return (
            <li key={unit} className={`${styles.candidate} ${wins ? styles.winner : ''}`}>
              <span>{place === null ? '—' : t('runs.award.place', { place })}</span>
              <span>
                {names.get(unit) ?? unit}
                {notes.length > 0 && <Caption1 className={styles.quiet}>{` ${notes.join(t('semicolon'))}`}</Caption1>}
              </span>
              <Badge appearance={wins ? 'filled' : 'outline'} size="small" color={wins ? 'brand' : 'informative'}>
                {t(`runs.award.standing.${wins ? 'winner' : standing.kind}`)}
              </Badge>
            </li>
          )
        })}
      </ol>
      {decision && (
        <Caption1 className={styles.quiet}>
          {t('runs.award.decidedBy', { decider: decision.decider, reason: decision.reason })}
        </Caption1>
      )}
      <div className={styles.line}>
        {candidates.length > shown.length || all ? (
          <Button size="small" appearance="subtle" onClick={() => setAll(!all)}>
            {all ? t('runs.award.fewer') : t('runs.award.all', { count: candidates.length })}
          </Button>
        ) : null}
        {run.status === 'draft' && !pending && (least < most || tie.length > 0) && (
          <Button size="small" onClick={onDecide} aria-label={t('runs.award.decideTitle', { title })}>
            {t('runs.award.decide')}
          </Button>
        )}
      </div>
    </article>
  )
}
