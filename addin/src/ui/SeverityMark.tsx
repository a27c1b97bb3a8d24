import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ErrorCircle16Filled } from '@fluentui/react-icons/svg/error-circle'
import { Info16Filled } from '@fluentui/react-icons/svg/info'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import { useTranslation } from '../i18n/use-translation.ts'

export type Severity = 'red' | 'amber' | 'advice' | 'passed'

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    flexShrink: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
  },
  red: { color: tokens.colorStatusDangerForeground1 },
  amber: { color: tokens.colorStatusWarningForeground3 },
  advice: { color: tokens.colorBrandForeground1 },
  passed: { color: tokens.colorStatusSuccessForeground1 },
})

const icons = {
  red: <ErrorCircle16Filled aria-hidden />,
  amber: <Warning16Filled aria-hidden />,
  advice: <Info16Filled aria-hidden />,
  passed: <CheckmarkCircle16Filled aria-hidden />,
}

interface SeverityMarkProps {
  readonly severity: Severity
  /** Says "必须改 3" instead of "必须改". */
  readonly count?: number
}

/** Icon, word and colour together, so that none of them carries the meaning alone. */
export function SeverityMark({ severity, count }: SeverityMarkProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const word =
    count === undefined || severity === 'passed' ? t(`severity.${severity}`) : t(`severityCount.${severity}`, { count })
  return (
    <span className={mergeClasses(styles.root, styles[severity])}>
      {icons[severity]}
      {word}
    </span>
  )
}
