import { Caption1, makeStyles, tokens } from '@fluentui/react-components'
import { useTranslation } from '../i18n/use-translation.ts'
import type { DraftState } from './use-draft.ts'

const useStyles = makeStyles({
  // It changes while somebody types: it must not push the sheet down.
  quiet: {
    flex: '9 1 0',
    minWidth: '120px',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: tokens.colorNeutralForeground3,
  },
  bad: { color: tokens.colorStatusDangerForeground1, fontWeight: tokens.fontWeightSemibold },
})

/** Kept here is not handed in: the reader is told both. */
export function DraftLine({ state, form }: { readonly state: DraftState; readonly form: boolean }) {
  const styles = useStyles()
  const { t } = useTranslation('workbench')
  const said = state === 'untouched' ? '' : t(`workbench.draft.${state === 'saved' && form ? 'savedForm' : state}`)
  return (
    <Caption1 role="status" className={state === 'not-saved' ? styles.bad : styles.quiet} title={said}>
      {said}
    </Caption1>
  )
}
