import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { History16Regular } from '@fluentui/react-icons/svg/history'
import { useId, useState, type ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { PastValues } from './later.ts'
import type { PastValuesProps } from './PastValues.tsx'

const useStyles = makeStyles({
  button: { minWidth: 'auto', paddingLeft: '2px', color: tokens.colorNeutralForeground2, fontWeight: 'normal' },
})

/** What was reported in this cell before, with the reasons given and what the bureaus decided; fetched when unfolded. */
export function CellHistory(props: PastValuesProps) {
  return (
    <UnfoldedHistory>
      <PastValues {...props} />
    </UnfoldedHistory>
  )
}

/** The button 历次, and under it what it unfolds. */
export function UnfoldedHistory({ children }: { readonly children: ReactNode }) {
  const styles = useStyles()
  const { t } = useTranslation()
  const id = useId()
  const [open, setOpen] = useState(false)
  return (
    <div>
      <Button
        className={styles.button}
        appearance="transparent"
        size="small"
        icon={<History16Regular />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('history.cell')}
      </Button>
      {open && <div id={id}>{children}</div>}
    </div>
  )
}
