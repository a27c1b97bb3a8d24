import { makeStyles, tokens } from '@fluentui/react-components'
import type { KeyboardEvent, PointerEvent } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'

const useStyles = makeStyles({
  splitter: {
    flexShrink: 0,
    width: '5px',
    cursor: 'col-resize',
    touchAction: 'none',
    backgroundColor: tokens.colorNeutralStroke2,
    ':hover': { backgroundColor: tokens.colorBrandStroke1 },
    ':focus-visible': { backgroundColor: tokens.colorBrandStroke1, outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

export const narrowest = 320
export const widest = 760

interface SplitterProps {
  readonly width: number
  readonly onWidth: (width: number) => void
}

/** Between grid and pane: drag it, or move it with the arrow keys. */
export function Splitter({ width, onWidth }: SplitterProps) {
  const styles = useStyles()
  const { t } = useTranslation('workbench')
  const set = (next: number) => onWidth(Math.round(Math.min(widest, Math.max(narrowest, next))))

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'ArrowLeft') set(width + 20)
    else if (event.key === 'ArrowRight') set(width - 20)
    else return
    event.preventDefault()
  }
  function onPointerMove(event: PointerEvent<HTMLDivElement>) {
    if (event.currentTarget.hasPointerCapture(event.pointerId))
      set(document.documentElement.clientWidth - event.clientX)
  }
  return (
    <div
      className={styles.splitter}
      role="separator"
      tabIndex={0}
      aria-orientation="vertical"
      aria-label={t('workbench.paneWidth')}
      aria-valuemin={narrowest}
      aria-valuemax={widest}
      aria-valuenow={width}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  )
}
