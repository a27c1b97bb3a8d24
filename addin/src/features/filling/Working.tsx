import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down'
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useId, useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { WorkingLines } from './later.ts'
import type { WorkingLinesProps } from './WorkingLines.tsx'

const useStyles = makeStyles({
  button: { minWidth: 'auto', paddingLeft: '2px', color: tokens.colorNeutralForeground2, fontWeight: 'normal' },
})

/** How the points came about, unfolded on demand. */
export function Working(props: WorkingLinesProps) {
  const styles = useStyles()
  const { t } = useTranslation()
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div>
      <Button
        className={styles.button}
        appearance="transparent"
        size="small"
        icon={open ? <ChevronDown16Regular /> : <ChevronRight16Regular />}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('filling.working')}
      </Button>
      {open && (
        <div id={id}>
          <WorkingLines {...props} />
        </div>
      )}
    </div>
  )
}
