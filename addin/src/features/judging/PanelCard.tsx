import { Badge, Button, Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { Panel } from '../../api/judging.ts'
import { useAct } from '../../api/use-act.ts'
import { ActDialog } from '../../ui/ActDialog.tsx'
import { momentText } from '../../ui/moment.ts'
import type { JudgingPageProps } from './JudgingPage.tsx'
import { ScoreDialog } from './ScoreDialog.tsx'

const useStyles = makeStyles({
  card: {
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
    overflowWrap: 'anywhere',
  },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXXS },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: '8px',
    padding: '2px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontVariantNumeric: 'tabular-nums',
  },
})

interface PanelCardProps extends JudgingPageProps {
  readonly panel: Panel
  readonly onChanged: () => void
}

/** One panel: who judges what, how far it is, the reader's own points, and the scores once it is closed. */
export function PanelCard({ panel, api, pack, units, username, mayChange, onChanged, onLapse }: PanelCardProps) {
  const styles = useStyles()
  const { t } = useTranslation('judging')
  const { acting, act } = useAct(onLapse)
  const [scoring, setScoring] = useState<string | null>(null)
  const [closing, setClosing] = useState(false)
  const { number, award, rubric, candidates, decider, reason, closedAt, scores, progress, given } = panel
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? id
  const isJudge = scores === null && panel.judges.includes(username)
  const own = (unit: string) => given.find((one) => one.judge === username && one.unit === unit)
  const done = () => {
    setScoring(null)
    setClosing(false)
    onChanged()
  }
  return (
    <li className={styles.card} aria-label={number}>
      <div className={styles.line}>
        <Subtitle2 as="h3">{`${number} ${pack.awards.find(({ id }) => id === award)?.title ?? award}`}</Subtitle2>
        <Badge appearance="tint" color={scores === null ? 'warning' : 'success'}>
          {t(scores === null ? 'running' : 'closed')}
        </Badge>
      </div>
      <Caption1 className={styles.quiet}>
        {[
          rubric.title,
          t('by', { decider, reason }),
          ...(closedAt === null ? [] : [t('closedAt', { time: momentText(closedAt) })]),
        ].join(' · ')}
      </Caption1>
      <Caption1 className={styles.quiet}>
        {progress
          .map(({ judge, given: count }) => t('progress', { judge, given: count, of: candidates.length }))
          .join(t('semicolon'))}
      </Caption1>
      <ul className={styles.list} aria-label={t('candidates')}>
        {candidates.map((unit) => (
          <li key={unit} className={styles.row}>
            <span>{nameOf(unit)}</span>
            <span className={styles.line}>
              {scores && <strong>{t('score', { score: scores[unit] ?? '—' })}</strong>}
              {isJudge && (
                <>
                  <Caption1 className={styles.quiet}>{t(own(unit) ? 'given' : 'notGiven')}</Caption1>
                  <Button size="small" onClick={() => setScoring(unit)} aria-label={`${t('give')} ${nameOf(unit)}`}>
                    {t('give')}
                  </Button>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {mayChange && scores === null && (
        <div>
          <Button onClick={() => setClosing(true)}>{t('close')}</Button>
        </div>
      )}
      {scoring !== null && (
        <ScoreDialog
          {...{ api, panel, onLapse }}
          unit={scoring}
          name={nameOf(scoring)}
          before={own(scoring)}
          onClose={() => setScoring(null)}
          onDone={done}
        />
      )}
      {closing && (
        <ActDialog
          title={t('closeTitle', { number })}
          text={t('closeText')}
          confirm={t('close')}
          acting={acting}
          ready
          onClose={() => setClosing(false)}
          onConfirm={() => void act(() => api.close(number)).then((answer) => answer !== undefined && done())}
        />
      )}
    </li>
  )
}
