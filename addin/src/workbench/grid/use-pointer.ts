import type { Place } from '@kaohe/shared-rules'
import { useRef, type PointerEvent, type RefObject } from 'react'
import type { CellEditorHandle } from './CellEditor.tsx'
import type { useGrid } from './use-grid.ts'

interface UsePointer {
  readonly scroller: RefObject<HTMLElement | null>
  readonly editor: RefObject<CellEditorHandle | null>
  readonly grid: ReturnType<typeof useGrid>
  readonly onChoices: () => void
  readonly onEdit: () => void
}

/** Click, drag, Shift-click, double click, and clicks on row numbers and letters. The cells themselves carry no handlers. */
export function usePointer({ scroller, editor, grid, onChoices, onEdit }: UsePointer) {
  const dragging = useRef(false)
  const { geometry } = grid

  return {
    onPointerDown(event: PointerEvent) {
      // A press on the scroll bar is not one on a cell.
      if (event.button !== 0 || event.target === scroller.current) return
      event.preventDefault()
      editor.current?.finish()
      editor.current?.focus()
      const heading = headingAt(event.target)
      const place = placeAt(event.target)
      if (heading?.row !== undefined) {
        grid.selectArea({ top: heading.row, bottom: heading.row, left: 0, right: geometry.columnCount - 1 })
      } else if (heading?.column !== undefined) {
        grid.selectArea({ top: 0, bottom: geometry.rowCount - 1, left: heading.column, right: heading.column })
      } else if (place) {
        if (wantsChoices(event.target)) return onChoices()
        dragging.current = true
        grid.select(place, event.shiftKey)
      }
    },
    onPointerMove(event: PointerEvent) {
      if (!dragging.current) return
      if (event.buttons === 0) dragging.current = false
      const place = placeAt(document.elementFromPoint(event.clientX, event.clientY))
      if (dragging.current && place) grid.select(place, true)
    },
    onPointerUp() {
      dragging.current = false
    },
    onDoubleClick(event: { readonly target: EventTarget }) {
      if (placeAt(event.target)) onEdit()
    },
  }
}

/** The cell of the sheet that an element belongs to. */
export function placeAt(target: EventTarget | null): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-column]') : null
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined
}

function headingAt(target: EventTarget): { readonly row?: number; readonly column?: number } | undefined {
  const heading =
    target instanceof Element ? target.closest<HTMLElement>('[data-row-heading],[data-column-heading]') : null
  if (!heading) return undefined
  const { rowHeading, columnHeading } = heading.dataset
  return rowHeading !== undefined ? { row: Number(rowHeading) } : { column: Number(columnHeading) }
}

function wantsChoices(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-choices]') !== null
}
