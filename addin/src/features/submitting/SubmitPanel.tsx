import {
  Body1,
  Button,
  Caption1,
  Checkbox,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Spinner,
  Subtitle2,
  tokens,
} from '@fluentui/react-components'
import { ArrowLeft20Regular } from '@fluentui/react-icons/svg/arrow-left'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import type { CellAddress } from '@kaohe/shared-rules'
import { useState, type ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { FindingRow } from '../../ui/FindingRow.tsx'
import { shortFingerprint } from '../../ui/short-fingerprint.ts'
import { ChangeList } from './ChangeList.tsx'
import { reasonsMissing, type Draft } from './draft.ts'
import { NotSentList } from './NotSentList.tsx'
import { Reasons } from './Reasons.tsx'

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0 },
  head: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, padding: '4px 8px', flexShrink: 0 },
  body: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalL}`,
  },
  section: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3 },
  foot: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
})

interface SubmitPanelProps {
  readonly draft: Draft
  readonly reasons: Readonly<Record<string, string>>
  /** The sheet is being read and checked once more, or the report is on its way. */
  readonly busy: 'checking' | 'sending' | null
  /** Why the press did not go through, if it did not. */
  readonly notice: string | null
  readonly onReason: (key: string, text: string) => void
  readonly onReveal: (place: CellAddress) => void
  readonly onSend: () => void
  readonly onBack: () => void
}

const sendTexts = {
  first: 'submit.send',
  changed: 'submit.send',
  nil: 'submit.sendNil',
  zero: 'submit.sendZero',
  blank: 'submit.sendBlank',
} as const

/** The last look before sending: what changed, what will not go, what wants a sentence. */
export function SubmitPanel(props: SubmitPanelProps) {
  const { draft, reasons, busy, notice, onReason, onReveal, onSend, onBack } = props
  const styles = useStyles()
  const { t } = useTranslation('submitting')
  const [confirmed, setConfirmed] = useState(false)
  const { form, kind, changes, reds, ambers, notSent } = draft
  const missing = reasonsMissing(draft, reasons)
  const ready =
    reds.length === 0 && missing === 0 && ((kind !== 'zero' && kind !== 'blank') || confirmed) && busy === null
  const send = sendTexts[kind]
  const changesTitle = t(kind === 'first' ? 'submit.changesFirst' : 'submit.changes')

  return (
    <section className={styles.root} aria-labelledby="submit-title">
      <div className={styles.head}>
        <Button appearance="subtle" icon={<ArrowLeft20Regular />} aria-label={t('app.back')} onClick={onBack} />
        <Subtitle2 as="h1" id="submit-title">
          {t('submit.title', { annex: form.annex })}
        </Subtitle2>
      </div>
      <div className={styles.body}>
        {notice && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{notice}</MessageBarBody>
          </MessageBar>
        )}
        {reds.length > 0 && (
          <Section title={t('submit.red', { count: reds.length })}>
            {reds.map((finding) => (
              <FindingRow key={finding.key} finding={finding} onReveal={onReveal} />
            ))}
          </Section>
        )}
        {changes.length > 0 && (
          <Section title={`${changesTitle} (${changes.length})`}>
            <ChangeList changes={changes} label={changesTitle} />
          </Section>
        )}
        {kind === 'nil' && (
          <Section title={t('submit.noChanges')}>
            <Body1 className={styles.quiet}>{t('submit.noChangesHint')}</Body1>
          </Section>
        )}
        {(kind === 'zero' || kind === 'blank') && (
          <Section title={t(kind === 'zero' ? 'submit.zero' : 'submit.emptyForm')}>
            <Body1 className={styles.quiet}>{t(`submit.${kind}Hint`)}</Body1>
            <Checkbox
              label={t(`submit.${kind}Confirm`)}
              checked={confirmed}
              onChange={(_, { checked }) => setConfirmed(checked === true)}
            />
          </Section>
        )}
        {ambers.length > 0 && (
          <Section title={t('submit.reasons')}>
            <Reasons form={form} ambers={ambers} reasons={reasons} onWrite={onReason} onReveal={onReveal} />
          </Section>
        )}
        {notSent.length > 0 && (
          <Section title={`${t('submit.notSent')} (${notSent.length})`}>
            <NotSentList cells={notSent} onReveal={onReveal} />
          </Section>
        )}
      </div>
      <div className={styles.foot}>
        {missing > 0 && reds.length === 0 && (
          <Caption1 className={styles.quiet}>{t('submit.reasonMissing', { count: missing })}</Caption1>
        )}
        <Button
          appearance="primary"
          icon={busy ? <Spinner size="tiny" /> : <Send20Regular />}
          disabled={!ready}
          onClick={onSend}
        >
          {busy ? t(`submit.steps.${busy}`) : t(send)}
        </Button>
        <Caption1 className={styles.quiet}>
          {t('submit.fingerprint', { short: shortFingerprint(draft.submission.preview.result) })} ·{' '}
          {t('submit.keptBefore')}
        </Caption1>
      </div>
    </section>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles()
  return (
    <section className={styles.section} aria-label={title}>
      <Subtitle2 as="h2">{title}</Subtitle2>
      {children}
    </section>
  )
}
