import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowReply16Filled } from '@fluentui/react-icons/svg/arrow-reply'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle16Regular } from '@fluentui/react-icons/svg/circle'
import { DocumentDismiss16Regular } from '@fluentui/react-icons/svg/document-dismiss'
import { NumberSymbolSquare20Filled } from '@fluentui/react-icons/svg/number-symbol-square'
import { Subtract16Regular } from '@fluentui/react-icons/svg/subtract'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { BoardForm } from '../../api/office.ts'

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    flexDirection: 'column',
    alignItems: 'center',
    fontSize: tokens.fontSizeBase100,
    lineHeight: tokens.lineHeightBase100,
    whiteSpace: 'nowrap',
  },
  'not-reported': { color: tokens.colorNeutralForeground2 },
  empty: { color: tokens.colorStatusWarningForeground3 },
  nil: { color: tokens.colorStatusSuccessForeground1 },
  reported: { color: tokens.colorStatusSuccessForeground1 },
  returned: { color: tokens.colorStatusDangerForeground1 },
  'not-applicable': { color: tokens.colorNeutralForeground3 },
  late: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

const icons = {
  'not-reported': <Circle16Regular aria-hidden />,
  empty: <DocumentDismiss16Regular aria-hidden />,
  nil: <NumberSymbolSquare20Filled aria-hidden fontSize={16} />,
  reported: <CheckmarkCircle16Filled aria-hidden />,
  returned: <ArrowReply16Filled aria-hidden />,
  'not-applicable': <Subtract16Regular aria-hidden />,
}

/** The state of one form as icon and word, and 逾期 under it. */
export function StateMark({ state, timeliness }: Pick<BoardForm, 'state' | 'timeliness'>) {
  const styles = useStyles()
  const { t } = useTranslation('office')
  return (
    <span className={mergeClasses(styles.root, styles[state])}>
      {icons[state]}
      {t(`state.${state}`)}
      {timeliness === 'late' && <span className={styles.late}>{t('timeliness.late')}</span>}
    </span>
  )
}
