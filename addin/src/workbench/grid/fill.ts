import type { Place } from '@kaohe/shared-rules'
import { type Area, type BookSheet, cellAt, type Change } from '../../workbook/book-sheet.ts'

/** Where a block reaches when its handle is dragged to a place: down or to the right, whichever is farther. It never shrinks. */
export function filledArea(from: Area, to: Place): Area {
  const down = to.row - from.bottom
  const right = to.column - from.right
  if (down <= 0 && right <= 0) return from
  return down >= right ? { ...from, bottom: to.row } : { ...from, right: to.column }
}

/** What the block changes when it is repeated over the larger one: each cell becomes like the one it repeats. */
export function repeatedChanges(sheet: BookSheet, from: Area, over: Area): readonly Change[] {
  const height = from.bottom - from.top + 1
  const width = from.right - from.left + 1
  const changes: Change[] = []
  for (let row = over.top; row <= over.bottom; row += 1) {
    for (let column = over.left; column <= over.right; column += 1) {
      if (row <= from.bottom && column <= from.right) continue
      const source = { row: from.top + ((row - from.top) % height), column: from.left + ((column - from.left) % width) }
      changes.push({ row, column, value: cellAt(sheet, source).value })
    }
  }
  return changes
}
