import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import type { Form } from '@kaohe/shared-rules'
import { useId, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import type { FormState, Standing } from '../../api/client.ts'
import { FormLinks } from './later.ts'

const useStyles = makeStyles({
  root: { flexShrink: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  summary: {
    width: '100%',
    justifyContent: 'flex-start',
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground2,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
})

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
        <FormLinks id={id} {...{ forms, current, onOpen }} stateOf={(form) => states.get(form) ?? 'not-reported'} />
      )}
    </nav>
  )
}
