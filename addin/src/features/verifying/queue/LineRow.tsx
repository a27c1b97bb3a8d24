import {
  Badge,
  Button,
  Caption1,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  tokens,
} from '@fluentui/react-components'
import { ChatBubblesQuestion16Regular } from '@fluentui/react-icons/svg/chat-bubbles-question'
import type { Unit } from '@kaohe/shared-rules'
import { useState, type KeyboardEvent } from 'react'
import { useTranslation } from '../../../i18n/use-translation.ts'
import type { VerificationApi } from '../../../api/verification.ts'
import { cellName } from '../../../ui/cell-name.ts'
import { momentText } from '../../../ui/moment.ts'
import { faultOf, newDraft, seenOf, type Draft } from '../drafts.ts'
import { detailsOf, shownCell, type Line } from '../items.ts'
import { decisionText } from '../decision-text.ts'
import { LineEvidence } from './LineEvidence.tsx'
import { DecisionEditor } from './DecisionEditor.tsx'
import { VerdictButtons } from './VerdictButtons.tsx'
import { moveFocus, verdictOfKey } from './line-keys.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: tokens.spacingHorizontalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', alignItems: 'flex-start' },
  what: { flexGrow: 1, minWidth: 0, paddingTop: '5px', overflowWrap: 'anywhere' },
  title: { fontWeight: tokens.fontWeightSemibold },
  figure: { fontVariantNumeric: 'tabular-nums' },
  badges: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  quiet: { color: tokens.colorNeutralForeground2 },
  said: {
    display: 'flex',
    gap: '4px',
    alignItems: 'flex-start',
    color: tokens.colorStatusWarningForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  details: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  value: { margin: 0, overflowWrap: 'anywhere' },
  fault: { color: tokens.colorStatusDangerForeground1 },
})

interface LineRowProps {
  readonly line: Line
  readonly draft: Draft | undefined
  readonly units: readonly Unit[]
  readonly loadEvidence: VerificationApi['evidence']
  readonly isSelected: boolean
  readonly isDisputed: boolean
  readonly onDraft: (draft: Draft | null) => void
  readonly onSelect: (on: boolean) => void
}

/** One line: what was reported and said, what others decided, and what this bureau decides. */
export function LineRow({ line, draft, units, loadEvidence, isSelected, isDisputed, onDraft, onSelect }: LineRowProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const [unfolded, setUnfolded] = useState(false)
  const { item, title, amount, reported, before, reasons, ledger } = line
  const fault = draft ? faultOf(line, draft) : null
  const decide = (verdict: Draft['verdict']) =>
    onDraft(draft?.verdict === verdict ? null : newDraft(line, verdict, draft?.reason))
  const shown = (value: string | null) => (value === null || !amount ? t('line.blank') : shownCell(amount, value))
  const nameOf = (bureau: string) => units.find(({ id }) => id === bureau)?.name ?? bureau

  function onKeyDown(event: KeyboardEvent<HTMLLIElement>) {
    if (!(event.target instanceof HTMLButtonElement)) return
    const verdict = verdictOfKey(event)
    if (verdict) decide(verdict)
    else if (!moveFocus(event)) return
    event.preventDefault()
  }

  return (
    <li className={styles.root} onKeyDown={onKeyDown} data-line={line.key}>
      <div className={styles.head}>
        <Checkbox
          checked={isSelected}
          aria-label={t('line.select', { title })}
          onChange={(_, { checked }) => onSelect(checked === true)}
        />
        <div className={styles.what}>
          <span className={styles.title}>{title}</span> <span className={styles.figure}>{shown(reported)}</span>
          <div className={styles.badges}>
            {item.before === null && ledger && (
              <Badge appearance="outline" size="small">
                {t('line.new')}
              </Badge>
            )}
            {item.before !== null && item.changed && (
              <Badge appearance="outline" size="small" color="informative">
                {before === reported ? t('line.changed') : t('line.before', { value: shown(before) })}
              </Badge>
            )}
            {isDisputed && (
              <Badge appearance="tint" size="small" color="danger">
                {t('line.disputed')}
              </Badge>
            )}
          </div>
        </div>
      </div>
      {reasons.map(({ path, text }) => (
        <span key={path} className={styles.said}>
          <ChatBubblesQuestion16Regular aria-hidden />
          {t('line.said', { where: cellName(line.form, path, t), text })}
        </span>
      ))}
      <LineEvidence files={item.evidence} load={loadEvidence} />
      {item.others.map((other) => (
        <Caption1 key={other.bureau} className={styles.quiet}>
          {t('line.others', { bureau: nameOf(other.bureau), verdict: decisionText(line.form, other, t) })}
        </Caption1>
      ))}
      {item.decision && (
        <Caption1 className={styles.quiet}>
          {t('line.decided', { verdict: decisionText(line.form, item.decision, t) })} ·{' '}
          {t('line.by', { by: item.decision.by, time: momentText(item.decision.at).slice(5) })}
        </Caption1>
      )}
      {ledger && (
        <div>
          <Button size="small" appearance="transparent" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
            {t(unfolded ? 'line.fewer' : 'line.details')}
          </Button>
        </div>
      )}
      {unfolded && (
        <dl className={styles.details}>
          {detailsOf(line).map(({ head, text }) => [
            <dt key={head} className={styles.quiet}>
              {head}
            </dt>,
            <dd key={`${head} value`} className={styles.value}>
              {text}
            </dd>,
          ])}
        </dl>
      )}
      <VerdictButtons
        title={title}
        verdict={draft?.verdict ?? null}
        inForce={item.decision?.verdict ?? null}
        onDecide={decide}
      />
      {draft && draft.verdict !== 'approve' && <DecisionEditor line={line} draft={draft} onDraft={onDraft} />}
      {draft && fault === 'outdated' && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            {t('line.outdated')}{' '}
            <Button size="small" onClick={() => onDraft({ ...draft, seen: seenOf(item) })}>
              {t('line.confirm')}
            </Button>{' '}
            <Button size="small" onClick={() => onDraft(null)}>
              {t('line.drop')}
            </Button>
          </MessageBarBody>
        </MessageBar>
      )}
      {fault !== null && fault !== 'outdated' && <Caption1 className={styles.fault}>{t(`fault.${fault}`)}</Caption1>}
    </li>
  )
}
