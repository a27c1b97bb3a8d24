import { Badge, Button, Caption1, Field, makeStyles, mergeClasses, Textarea, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { Flag16Regular } from '@fluentui/react-icons/svg/flag'
import type { Pack, Unit } from '@kaohe/shared-rules'
import { useMemo, useState } from 'react'
import { useTranslation } from '../../../i18n/use-translation.ts'
import type { QueuedReport, VerificationApi } from '../../../api/verification.ts'
import { momentText } from '../../../ui/moment.ts'
import { wholeReturn, type Drafts } from '../drafts.ts'
import { changes, effectsOf } from '../effect.ts'
import { lineKey, wholeReport, type Line } from '../items.ts'
import { EffectLine } from './EffectLine.tsx'
import { History } from './History.tsx'
import { LineRow } from './LineRow.tsx'

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalXS,
    width: '100%',
    padding: tokens.spacingHorizontalS,
    border: 'none',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    textAlign: 'left',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  heading: { margin: 0 },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: '8px', rowGap: '2px' },
  unit: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
  flag: { display: 'inline-flex', alignItems: 'center', gap: '4px', color: tokens.colorStatusWarningForeground3 },
  under: { padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingHorizontalS}` },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: '4px', marginTop: tokens.spacingVerticalXS },
  lines: { margin: 0, padding: 0, listStyleType: 'none' },
})

interface ReportCardProps {
  readonly report: QueuedReport
  /** Those to show. */
  readonly lines: readonly Line[]
  /** All of the report. */
  readonly whole: readonly Line[]
  readonly unit: Unit | undefined
  readonly pack: Pack
  readonly units: readonly Unit[]
  readonly api: VerificationApi
  readonly drafts: Drafts
  readonly selected: ReadonlySet<string>
  readonly isFirst: boolean
  readonly window: string
  readonly windowTitle: (id: string) => string
  readonly onChange: (change: (drafts: Drafts) => Drafts) => void
  readonly onApprove: () => void
  readonly onSelect: (key: string, on: boolean) => void
  readonly onLapse: () => void
}

/** One report: what its figures come to, its lines once unfolded, and what can be done with all of it at once. */
export function ReportCard(props: ReportCardProps) {
  const { report, lines, whole, unit, pack, drafts, isFirst, window, windowTitle, onChange } = props
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const [open, setOpen] = useState(isFirst || lines.length === 1)
  const [history, setHistory] = useState(false)
  const form = pack.forms.find(({ id }) => id === report.form)
  const effects = useMemo(
    () => (unit ? effectsOf(pack, unit, report, whole, drafts) : []),
    [pack, unit, report, whole, drafts],
  )
  const wholeKey = lineKey(report, wholeReport)
  const returning = drafts[wholeKey]
  const rest = whole.filter(({ key, item }) => item.decision === null && drafts[key] === undefined).length
  const flags = [...new Set(report.indicators.flatMap((indicator) => indicator.flags))]
  const returned = report.returned.length > 0

  return (
    <article className={styles.root} aria-label={`${report.unit.name} ${form?.annex ?? ''}`}>
      <h2 className={styles.heading}>
        <button type="button" className={styles.head} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? <ChevronDown16Regular aria-hidden /> : <ChevronRight16Regular aria-hidden />}
          <span>
            <span className={styles.line}>
              <span className={styles.unit}>{report.unit.name}</span>
              <span>{form?.annex}</span>
              <Badge appearance="tint" size="small" color={returned || report.open > 0 ? 'warning' : 'success'}>
                {returned
                  ? t('report.returned')
                  : report.open > 0
                    ? t('report.open', { count: report.open })
                    : t('report.allDecided')}
              </Badge>
              {report.timeliness === 'late' && (
                <Badge appearance="tint" size="small" color="danger">
                  {t('report.late')}
                </Badge>
              )}
            </span>
            <Caption1 className={mergeClasses(styles.line, styles.quiet)}>
              <span>{t('report.received', { time: momentText(report.receivedAt).slice(5) })}</span>
              {report.window !== window && <span>{t('report.carried', { window: windowTitle(report.window) })}</span>}
              {flags.map((flag) => (
                <span key={flag} className={styles.flag}>
                  <Flag16Regular aria-hidden />
                  {t(`flag.${flag}`)}
                </span>
              ))}
            </Caption1>
          </span>
        </button>
      </h2>
      <div className={styles.under}>
        {effects
          .filter((effect) => open || changes(effect))
          .map((effect) => (
            <EffectLine key={effect.indicator} effect={effect} />
          ))}
        {returning && (
          <Field label={t('report.wholeReason')} hint={t('report.wholeDrafted')} required>
            <Textarea
              value={returning.reason}
              onChange={(_, { value }) => onChange((all) => ({ ...all, [wholeKey]: wholeReturn(report, value) }))}
            />
          </Field>
        )}
        {open && (
          <div className={styles.buttons}>
            {!returning && rest > 0 && !returned && (
              <Button size="small" onClick={props.onApprove}>
                {t('report.approveRest', { count: rest })}
              </Button>
            )}
            <Button
              size="small"
              onClick={() =>
                onChange((all) =>
                  returning ? without(all, wholeKey) : { ...all, [wholeKey]: wholeReturn(report, '') },
                )
              }
            >
              {t(returning ? 'report.keepWhole' : 'report.returnWhole')}
            </Button>
            <Button size="small" appearance="subtle" onClick={() => setHistory(true)}>
              {t('report.history')}
            </Button>
          </div>
        )}
      </div>
      {open && !returning && (
        <ul className={styles.lines}>
          {lines.map((line) => (
            <LineRow
              key={line.key}
              line={line}
              draft={drafts[line.key]}
              units={props.units}
              loadEvidence={props.api.evidence}
              isSelected={props.selected.has(line.key)}
              isDisputed={report.indicators.some(({ disputed }) => disputed.includes(line.item.item))}
              onDraft={(draft) => onChange((all) => (draft ? { ...all, [line.key]: draft } : without(all, line.key)))}
              onSelect={(on) => props.onSelect(line.key, on)}
            />
          ))}
        </ul>
      )}
      {history && form && (
        <History
          api={props.api}
          report={report}
          form={form}
          lines={whole}
          windowTitle={windowTitle}
          onClose={() => setHistory(false)}
          onLapse={props.onLapse}
        />
      )}
    </article>
  )
}

function without(drafts: Drafts, key: string): Drafts {
  const { [key]: _gone, ...rest } = drafts
  return rest
}
