import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowHookUpLeft16Regular } from '@fluentui/react-icons/svg/arrow-hook-up-left'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { Circle16Regular } from '@fluentui/react-icons/svg/circle'
import { CircleOff16Regular } from '@fluentui/react-icons/svg/circle-off'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { Form } from '@kaohe/shared-rules'
import type { FormState } from '../../api/client.ts'
import { useTranslation } from '../../i18n/use-translation.ts'

const useStyles = makeStyles({
  list: { margin: 0, padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXS}`, listStyleType: 'none' },
  form: {
    width: '100%',
    justifyContent: 'flex-start',
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    gap: tokens.spacingHorizontalS,
    padding: `2px ${tokens.spacingHorizontalS}`,
  },
  title: { flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  here: { fontWeight: tokens.fontWeightSemibold },
  state: { display: 'inline-flex', alignItems: 'center', gap: '4px', whiteSpace: 'nowrap', flexShrink: 0 },
  open: { color: tokens.colorNeutralForeground2 },
  wrong: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
  doubt: { color: tokens.colorStatusWarningForeground3 },
  done: { color: tokens.colorStatusSuccessForeground1 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

const looks = {
  'not-reported': { icon: <Circle16Regular aria-hidden />, look: 'open' },
  empty: { icon: <Warning16Filled aria-hidden />, look: 'doubt' },
  nil: { icon: <CheckmarkCircle16Filled aria-hidden />, look: 'done' },
  reported: { icon: <CheckmarkCircle16Filled aria-hidden />, look: 'done' },
  returned: { icon: <ArrowHookUpLeft16Regular aria-hidden />, look: 'wrong' },
  'not-applicable': { icon: <CircleOff16Regular aria-hidden />, look: 'quiet' },
} as const satisfies Record<FormState, unknown>

export interface FormLinksProps {
  readonly id: string
  readonly forms: readonly Form[]
  /** The form the pane stands beside. */
  readonly current: string | undefined
  readonly stateOf: (form: string) => FormState
  readonly onOpen: (form: Form) => void
}

/** The forms with how far each has come; each leads to its sheet. */
export function FormLinks({ id, forms, current, stateOf, onOpen }: FormLinksProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  return (
    <ul id={id} className={styles.list}>
      {forms.map((form) => {
        const state = stateOf(form.id)
        const here = form.id === current
        return (
          <li key={form.id}>
            <Button
              className={styles.form}
              appearance="subtle"
              size="small"
              aria-current={here ? 'true' : undefined}
              onClick={() => onOpen(form)}
            >
              <span className={mergeClasses(styles.title, here && styles.here)} title={form.title}>
                {`${form.annex} ${form.matrix.sheet}`}
              </span>
              {here && (
                <Badge appearance="tint" size="small">
                  {t('forms.here')}
                </Badge>
              )}
              <span className={mergeClasses(styles.state, styles[looks[state].look])}>
                {looks[state].icon}
                {t(`forms.state.${state}`)}
              </span>
            </Button>
          </li>
        )
      })}
    </ul>
  )
}
