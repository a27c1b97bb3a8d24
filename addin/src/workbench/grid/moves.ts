import type { Place } from '@kaohe/shared-rules'
import { type BookSheet, cellAt, isOpen } from '../../workbook/book-sheet.ts'
import type { Geometry } from './geometry.ts'
import { areaAt, type Merges } from './merges.ts'

export type Direction = 'up' | 'down' | 'left' | 'right'

const steps: Readonly<Record<Direction, Place>> = {
  up: { row: -1, column: 0 },
  down: { row: 1, column: 0 },
  left: { row: 0, column: -1 },
  right: { row: 0, column: 1 },
}

/** One cell on, past the whole merged block where there is one; the same place at the edge. */
export function moved(geometry: Geometry, merges: Merges, from: Place, direction: Direction): Place {
  const { top, left, bottom, right } = areaAt(merges, from)
  const start = {
    up: { row: top, column: from.column },
    down: { row: bottom, column: from.column },
    left: { row: from.row, column: left },
    right: { row: from.row, column: right },
  }[direction]
  const next = { row: start.row + steps[direction].row, column: start.column + steps[direction].column }
  if (!inside(geometry, next)) return from
  const block = areaAt(merges, next)
  return { row: block.top, column: block.left }
}

/** To the end of the filled cells in this direction, or over a gap to the next filled one: Ctrl with an arrow key. */
export function jumped(sheet: BookSheet, geometry: Geometry, from: Place, direction: Direction): Place {
  const step = steps[direction]
  const filled = (place: Place) => inside(geometry, place) && cellAt(sheet, place).value !== ''
  const after = (place: Place) => ({ row: place.row + step.row, column: place.column + step.column })
  const block = filled(from) && filled(after(from))
  let place = after(from)
  if (!inside(geometry, place)) return from
  while (inside(geometry, after(place)) && (block ? filled(after(place)) : !filled(place))) place = after(place)
  return place
}

/** The next cell that a person may fill, row by row and around the end: Tab, as in a protected sheet of Excel. */
export function nextOpen(sheet: BookSheet, geometry: Geometry, merges: Merges, from: Place, back: boolean): Place {
  if (!sheet.protected) return moved(geometry, merges, from, back ? 'left' : 'right')
  const { rowCount, columnCount } = geometry
  const size = rowCount * columnCount
  const start = from.row * columnCount + from.column
  for (let count = 1; count < size; count += 1) {
    const index = (start + (back ? size - count : count)) % size
    const place = { row: Math.floor(index / columnCount), column: index % columnCount }
    if (isOpen(sheet, place)) return place
  }
  return from
}

function inside({ rowCount, columnCount }: Geometry, { row, column }: Place): boolean {
  return row >= 0 && column >= 0 && row < rowCount && column < columnCount
}
