import { Badge, Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowHookUpLeft16Regular } from '@fluentui/react-icons/svg/arrow-hook-up-left'
import { CheckmarkCircle16Filled } from '@fluentui/react-icons/svg/checkmark-circle'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { Circle16Regular } from '@fluentui/react-icons/svg/circle'
import { CircleOff16Regular } from '@fluentui/react-icons/svg/circle-off'
import { Warning16Filled } from '@fluentui/react-icons/svg/warning'
import type { Form } from '@kaohe/shared-rules'
import { useId, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { FormState, Standing } from '../../api/client.ts'

const useStyles = makeStyles({
  root: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    width: '100%',
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
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

const order: readonly FormState[] = ['returned', 'not-reported', 'empty', 'reported', 'nil', 'not-applicable']

interface FormsListProps {
  readonly forms: readonly Form[]
  readonly standing: Standing
  /** The form the pane stands beside. */
  readonly current: string | undefined
  /** Shows all forms without being asked: nothing better is there to be seen. */
  readonly open: boolean
  readonly onOpen: (form: Form) => void
}

/** What the unit has to hand in for the window, form by form, and how far each has come; each leads to its sheet. */
export function FormsList({ forms, standing, current, open: wide, onOpen }: FormsListProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const id = useId()
  const [turned, setTurned] = useState<boolean>()
  const open = turned ?? wide
  const states = new Map(standing.forms.map(({ form, state }) => [form, state]))
  const counts = order
    .map((state) => ({ state, count: forms.filter((form) => states.get(form.id) === state).length }))
    .filter(({ count }) => count > 0)
  return (
    <nav className={styles.root} aria-label={t('forms.title')}>
      <Button
        className={styles.summary}
        appearance="subtle"
        size="small"
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setTurned(!open)}
      >
        {t('forms.summary', {
          states: counts.map(({ state, count }) => `${t(`forms.state.${state}`)} ${count}`).join(' · '),
        })}
      </Button>
      {open && (
        <ul id={id} className={styles.list}>
          {forms.map((form) => {
            const state = states.get(form.id) ?? 'not-reported'
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
      )}
    </nav>
  )
}
