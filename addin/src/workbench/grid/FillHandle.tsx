import { makeStyles, tokens } from '@fluentui/react-components'
import { useRef, type PointerEvent } from 'react'
import type { Area } from '../../workbook/book-sheet.ts'
import { cornerOf, type Geometry } from './geometry.ts'
import { filledArea } from './fill.ts'
import { placeAt } from './use-pointer.ts'

const size = 7

const useStyles = makeStyles({
  handle: {
    position: 'absolute',
    zIndex: 5,
    width: `${size}px`,
    height: `${size}px`,
    boxSizing: 'border-box',
    cursor: 'crosshair',
    touchAction: 'none',
    backgroundColor: tokens.colorBrandStroke1,
    border: `1px solid ${tokens.colorNeutralBackground1}`,
    '@media (forced-colors: active)': { backgroundColor: 'Highlight' },
    // A finger or an unsteady hand needs more than one sees.
    '::after': { content: '""', position: 'absolute', inset: '-5px' },
  },
})

interface FillHandleProps {
  readonly geometry: Geometry
  readonly scroll: { readonly top: number; readonly left: number }
  readonly area: Area
  /** The selection grows with the hand: it shows what will be filled. */
  readonly onReach: (over: Area) => void
  readonly onFill: (from: Area) => void
}

/** The dot at the corner of the selection: dragged, it repeats what is selected. With the keyboard it is Ctrl+D and Ctrl+R. */
export function FillHandle({ geometry, scroll, area, onReach, onFill }: FillHandleProps) {
  const styles = useStyles()
  /** What is repeated, from the press on. */
  const held = useRef<Area | null>(null)
  const corner = cornerOf(geometry, area, scroll)
  if (!corner) return null
  return (
    <div
      className={styles.handle}
      style={{ left: corner.left - size + 2, top: corner.top - size + 2 }}
      data-fill
      aria-hidden
      onPointerDown={(event: PointerEvent) => {
        if (event.button !== 0) return
        // The text field keeps the focus.
        event.preventDefault()
        event.currentTarget.setPointerCapture(event.pointerId)
        held.current = area
      }}
      onPointerMove={(event: PointerEvent) => {
        const place = held.current && placeAt(cellBelow(event))
        if (held.current && place) onReach(filledArea(held.current, place))
      }}
      onPointerUp={() => {
        const from = held.current
        held.current = null
        if (from) onFill(from)
      }}
    />
  )
}

/** The handle itself lies under the hand. */
function cellBelow({ clientX, clientY }: PointerEvent): Element | null {
  return document.elementsFromPoint(clientX, clientY).find((element) => element.closest('[data-column]')) ?? null
}
