import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { CloudArrowUp16Regular } from '@fluentui/react-icons/svg/cloud-arrow-up'
import { Send20Regular } from '@fluentui/react-icons/svg/send'
import type { Translate } from '../../i18n/translate.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { momentText } from '../../ui/moment.ts'
import type { Unsent } from './unsent.ts'

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  open: { backgroundColor: tokens.colorStatusWarningBackground1 },
  done: { backgroundColor: tokens.colorStatusSuccessBackground1 },
  text: { display: 'flex', alignItems: 'center', gap: '6px', flexGrow: 1, minWidth: '10em' },
  warning: { color: tokens.colorStatusWarningForeground3, fontWeight: tokens.fontWeightSemibold },
  success: { color: tokens.colorStatusSuccessForeground1 },
  icon: { flexShrink: 0 },
})

interface UnsentStripProps {
  readonly unsent: Unsent
  readonly windowTitle: (id: string) => string
  /** Null while no window takes reports. */
  readonly onSubmit: (() => void) | null
  /** A report that needs no other look, sent at this press: 本期无变化, 零报告. */
  readonly onSubmitAtOnce: (() => void) | null
  readonly onReceipt: (() => void) | null
}

/** 已保存 ≠ 已报送: says at every moment whether what is in the sheet has been reported. */
export function UnsentStrip({ unsent, windowTitle, onSubmit, onSubmitAtOnce, onReceipt }: UnsentStripProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const atOnce = unsent.kind === 'carried' || unsent.kind === 'zero'
  const press = atOnce ? onSubmitAtOnce : onSubmit
  const reported = unsent.kind === 'reported' || unsent.kind === 'not-asked'
  return (
    <div className={mergeClasses(styles.root, reported ? styles.done : styles.open)}>
      <span className={mergeClasses(styles.text, reported ? styles.success : styles.warning)} role="status">
        {reported ? (
          <CheckmarkCircle16Filled className={styles.icon} aria-hidden />
        ) : (
          <CloudArrowUp16Regular className={styles.icon} aria-hidden />
        )}
        {headline(unsent, windowTitle, t)}
      </span>
      {onReceipt && (
        <Button size="small" appearance="subtle" onClick={onReceipt}>
          {t('unsent.receipt')}
        </Button>
      )}
      <Button
        size="small"
        appearance={reported ? 'secondary' : 'primary'}
        icon={<Send20Regular fontSize={16} />}
        disabled={press === null || unsent.kind === 'queued'}
        title={press === null ? t('unsent.closedWindow') : undefined}
        onClick={() => press?.()}
      >
        {t(unsent.kind === 'carried' ? 'unsent.openNil' : unsent.kind === 'zero' ? 'unsent.openZero' : 'unsent.open')}
      </Button>
    </div>
  )
}

function headline(unsent: Unsent, windowTitle: (id: string) => string, t: Translate): string {
  switch (unsent.kind) {
    case 'queued':
      return t('unsent.queued')
    case 'never':
      return t('unsent.first')
    case 'zero':
      return t('unsent.zero')
    case 'not-asked':
      return t('unsent.notAsked')
    case 'changed':
      return t('unsent.headline', { count: unsent.count })
    case 'carried':
      return t('unsent.carried', { window: windowTitle(unsent.window) })
    case 'reported':
      return t('header.reported', { time: momentText(unsent.receivedAt).slice(5) })
  }
}
