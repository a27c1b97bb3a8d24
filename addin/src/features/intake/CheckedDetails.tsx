import { Button, Caption1, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components'
import { reasonKey, type Form } from '@kaohe/shared-rules'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { CheckedOutcome } from '../../api/intake.ts'
import { cellName } from '../../ui/cell-name.ts'
import { SeverityMark } from '../../ui/SeverityMark.tsx'
import type { Reasons } from './intake.ts'

const useStyles = makeStyles({
  list: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalXS,
  },
  finding: { display: 'flex', alignItems: 'flex-start', gap: '8px', overflowWrap: 'anywhere' },
  cell: {
    display: 'flex',
    justifyContent: 'space-between',
    gap: '12px',
    padding: '2px 0',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
  },
  status: { whiteSpace: 'nowrap', flexShrink: 0 },
  refused: { color: tokens.colorStatusDangerForeground1 },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
})

const FIRST = 12

interface CheckedDetailsProps {
  readonly outcome: CheckedOutcome
  readonly form: Form
  readonly reasons: Reasons
  readonly onReason: (key: string, sentence: string) => void
}

/** What the checks t, the sentences they ask for, every cell with what would become of it, and what stays behind. */
export function CheckedDetails({ outcome, form, reasons, onReason }: CheckedDetailsProps) {
  const styles = useStyles()
  const { t } = useTranslation('intake')
  const { verdicts, cells, foreign, missing } = outcome
  const [all, setAll] = useState(false)
  // What was turned down comes first, and what has not changed says nothing new.
  const sorted = [...cells].sort((a, b) => rank[a.status] - rank[b.status])
  const shown = all ? sorted : sorted.slice(0, FIRST)
  const placeOf = (path: string | undefined) => cells.find((cell) => cell.path === path)
  return (
    <>
      {verdicts.length > 0 && (
        <ul className={styles.list} aria-label={t('findings')}>
          {verdicts.map((verdict) => {
            const key = reasonKey(verdict)
            const place = placeOf(verdict.paths[0])
            return (
              <li key={key}>
                <div className={styles.finding}>
                  <SeverityMark severity={verdict.severity} />
                  <span>
                    {`${verdict.message ?? verdict.check} `}
                    {place?.address && (
                      <Caption1 className={styles.quiet}>{`${place.sheet} ${place.address}`}</Caption1>
                    )}
                  </span>
                </div>
                {missing.includes(key) && (
                  <Field label={t('reason')} size="small" required>
                    <Textarea
                      size="small"
                      rows={2}
                      maxLength={500}
                      aria-label={`${t('reason')} ${verdict.message ?? ''}`}
                      value={reasons[key] ?? ''}
                      onChange={(_, { value }) => onReason(key, value)}
                    />
                  </Field>
                )}
              </li>
            )
          })}
        </ul>
      )}
      <ul className={styles.list} aria-label={t('cells')}>
        {shown.map(({ path, text, status, reason, address }) => (
          <li key={path} className={styles.cell}>
            <span>
              {`${cellName(form, path, t)}${address ? ` (${address})` : ''}${t('colon')}${text ?? '—'}`}
              {reason && (
                <Caption1 block className={styles.refused}>
                  {reason}
                </Caption1>
              )}
            </span>
            <span className={mergeClasses(styles.status, status === 'refused' && styles.refused)}>
              {t(`status.${status}`)}
            </span>
          </li>
        ))}
      </ul>
      {sorted.length > shown.length && (
        <div>
          <Button size="small" appearance="subtle" onClick={() => setAll(true)}>
            {t('more', { count: sorted.length - shown.length })}
          </Button>
        </div>
      )}
      {foreign.length > 0 && (
        <Caption1 className={styles.quiet}>
          {t('foreign', {
            count: foreign.length,
            cells: foreign
              .slice(0, FIRST)
              .map(({ sheet, address }) => `${sheet} ${address}`)
              .join(t('comma')),
          })}
        </Caption1>
      )}
    </>
  )
}

const rank = { refused: 0, accepted: 1, unchanged: 2 } as const
