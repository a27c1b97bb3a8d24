import { Body1, makeStyles, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { TranslateOf } from '../i18n/translate.ts'
import type { ReactNode } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { ReceiptView } from '../ui/ReceiptView.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { apiErrorText, workbookErrorText } from '../ui/error-text.ts'
import { FindingRow } from '../ui/FindingRow.tsx'
import { momentText } from '../ui/moment.ts'
import type { CommandOutcome } from './command-outcome.ts'

const MOST = 12
/** The pane loads these icons anyhow, and every icon of a set that somebody uses comes with it. */
const LARGE = 24

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', flexGrow: 1, minHeight: 0, overflowY: 'auto' },
  list: { margin: 0, padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`, listStyleType: 'none' },
})

/** What came of a press on the ribbon, in words that say what to do next. */
export function CommandDialog({ outcome }: { readonly outcome: CommandOutcome | null }) {
  const styles = useStyles()
  const { t } = useTranslation('command')
  const { t: ofSubmitting } = useTranslation('submitting')
  if (outcome?.kind === 'received') {
    const { receipt, form, window, notice } = outcome
    return <ReceiptView receipt={receipt} form={form} windowTitle={window} notice={notice} onDone={null} />
  }
  const said = outcome
    ? sayingOf(outcome, t, ofSubmitting)
    : { icon: <Warning16Filled fontSize={LARGE} />, title: t('command.lost'), text: '' }
  const findings = outcome?.kind === 'open' ? outcome.findings : []
  return (
    <main className={styles.page}>
      <EmptyState icon={said.icon} title={said.title} text={said.text} />
      {findings.length > 0 && (
        <ul className={styles.list}>
          {findings.slice(0, MOST).map(({ address: _address, ...finding }) => (
            <li key={finding.key}>
              <FindingRow finding={finding} onReveal={() => undefined} />
            </li>
          ))}
          {findings.length > MOST && (
            <li>
              <Body1>{t('command.more', { count: findings.length - MOST })}</Body1>
            </li>
          )}
        </ul>
      )}
    </main>
  )
}

interface Saying {
  readonly icon: ReactNode
  readonly title: string
  readonly text: string
}

function sayingOf(
  outcome: Exclude<CommandOutcome, { kind: 'received' }>,
  t: TranslateOf<'command'>,
  ofSubmitting: TranslateOf<'submitting'>,
): Saying {
  const done = (title: string, text: string): Saying => ({
    icon: <CheckmarkCircle16Filled fontSize={LARGE} />,
    title,
    text,
  })
  const open = (title: string, text: string): Saying => ({ icon: <Warning16Filled fontSize={LARGE} />, title, text })
  const failed = (text: string): Saying => ({
    icon: <ErrorCircle16Filled fontSize={LARGE} />,
    title: t('command.failed'),
    text,
  })
  switch (outcome.kind) {
    case 'signed-out':
      return open(t('command.signedOut'), t('command.openPane'))
    case 'not-yours':
      return open(t('command.notYours'), t(`command.for.${outcome.command}`))
    case 'not-a-form':
      return open(t('command.notAForm'), t('command.openPane'))
    case 'closed-window':
      return open(t('command.failed'), t('unsent.closedWindow'))
    case 'open':
      return outcome.findings.length > 0
        ? open(t('command.open', { annex: outcome.form.annex, count: outcome.findings.length }), t('command.openText'))
        : open(t('command.empty', { annex: outcome.form.annex }), t('command.emptyText'))
    case 'all-clear':
      return done(
        t('command.clear', { annex: outcome.form.annex }),
        outcome.total === null ? t('command.noTotal') : t('command.total', { total: outcome.total }),
      )
    case 'unchanged':
      return done(
        t('command.unchanged', { annex: outcome.form.annex }),
        t('command.unchangedText', { number: outcome.number, time: momentText(outcome.receivedAt) }),
      )
    case 'waiting':
      return open(
        t('command.waiting'),
        outcome.why === 'offline' ? t('command.offline') : ofSubmitting(`outbox.problem.${outcome.why}`),
      )
    case 'pulled':
      return done(t('command.pulled'), outcome.sheets.join(t('list.comma')))
    case 'unsaved':
      return failed(ofSubmitting('submit.cannotSave'))
    case 'refused':
      return failed(ofSubmitting(`outbox.problem.${outcome.type}`, { type: outcome.code }))
    case 'unreachable':
      return failed(apiErrorText(outcome.error, t))
    case 'workbook':
      return outcome.error.kind === 'cell-being-edited'
        ? open(t('command.failed'), ofSubmitting('submit.endEditing'))
        : failed(workbookErrorText(outcome.error, t))
  }
}
