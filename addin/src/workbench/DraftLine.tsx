import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from '../i18n/use-translation.ts'
import type { DraftState } from './use-draft.ts'

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground3 },
  bad: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** Kept here is not handed in: the reader is told both. */
export function DraftLine({ state, form }: { readonly state: DraftState; readonly form: boolean }) {
  const styles = useStyles()
  const { t } = useTranslation('workbench')
  return (
    <Caption1 role="status" className={state === 'not-saved' ? styles.bad : styles.quiet}>
      {state !== 'untouched' && t(`workbench.draft.${state === 'saved' && form ? 'savedForm' : state}`)}
    </Caption1>
  )
}
