import { Button, Caption1, makeStyles, Spinner, tokens } from '@fluentui/react-components'
import { ArrowUndo20Regular } from '@fluentui/react-icons/svg/arrow-undo'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import { useTranslation } from '../../../i18n/use-translation.ts'
import type { Progress } from '../choices.ts'
import type { Sending } from '../use-verifying.ts'

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  send: { flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

interface SendBarProps {
  readonly progress: Progress
  readonly ready: number
  readonly sending: Sending
  readonly picked: number
  readonly canUndo: boolean
  readonly onApprovePicked: () => void
  readonly onClear: () => void
  readonly onUndo: () => void
  readonly onSend: () => void
}

/** What many lines at once can be given, the step back, and the press that sends. */
export function SendBar({ progress, ready, sending, picked, canUndo, ...on }: SendBarProps) {
  const styles = useStyles()
  const { t } = useTranslation('verifying')
  const busy = sending.step === 'sending'
  const label = busy
    ? t('bar.sending', { done: sending.done + 1, of: sending.of })
    : ready > 0
      ? t('bar.send', { count: ready })
      : t('bar.nothing')
  return (
    <div className={styles.root}>
      {picked > 0 && (
        <div className={styles.buttons}>
          <Button className={styles.send} onClick={on.onApprovePicked}>
            {t('bar.approveSelected', { count: picked })}
          </Button>
          <Button appearance="subtle" onClick={on.onClear}>
            {t('bar.clear')}
          </Button>
        </div>
      )}
      <div className={styles.buttons}>
        <Button
          className={styles.send}
          appearance="primary"
          icon={busy ? <Spinner size="tiny" /> : <Send20Regular />}
          disabled={busy || ready === 0}
          onClick={on.onSend}
        >
          {label}
        </Button>
        <Button
          icon={<ArrowUndo20Regular />}
          aria-label={t('bar.undo')}
          title={t('bar.undo')}
          disabled={!canUndo || busy}
          onClick={on.onUndo}
        />
      </div>
      <Caption1 className={styles.quiet}>
        {progress.ready + progress.incomplete > 0 ? t('bar.kept') : t('bar.keys')}
      </Caption1>
    </div>
  )
}
