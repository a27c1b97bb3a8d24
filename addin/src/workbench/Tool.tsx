import { Button, Tooltip } from '@fluentui/react-components'
import type { ReactElement } from 'react'

interface ToolProps {
  readonly label: string
  readonly icon: ReactElement
  readonly disabled?: boolean
  readonly onClick: () => void
}

/** A button that shows only a picture; its name is in the tooltip and for the screen reader. */
export function Tool({ label, icon, disabled = false, onClick }: ToolProps) {
  return (
    <Tooltip content={label} relationship="label">
      <Button appearance="subtle" icon={icon} disabled={disabled} onClick={onClick} />
    </Tooltip>
  )
}
