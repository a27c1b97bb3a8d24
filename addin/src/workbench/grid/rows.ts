import type { Area, BookSheet, Change } from '../../workbook/book-sheet.ts'
import { cellAt } from '../../workbook/book-sheet.ts'

/**
 * What inserting empty rows above the selected ones changes: as many as are selected. Values move down, formats stay, so a
 * ledger keeps its look. Undefined where rows cannot be inserted: on a protected sheet, and in its heads.
 */
export function insertedRows(sheet: BookSheet, { top, bottom }: Area): readonly Change[] | undefined {
  return movedRows(sheet, top, bottom - top + 1)
}

/** What deleting the selected rows changes: those below move up. */
export function deletedRows(sheet: BookSheet, { top, bottom }: Area): readonly Change[] | undefined {
  return movedRows(sheet, top, top - bottom - 1)
}

function movedRows(sheet: BookSheet, top: number, by: number): readonly Change[] | undefined {
  if (sheet.protected || !isData(sheet, top)) return undefined
  const last = Math.max(top, lastFilled(sheet)) + Math.max(0, by)
  const changes: Change[] = []
  for (let row = top; row <= last; row += 1) {
    for (let column = 0; column < sheet.columns.length; column += 1) {
      const from = row - by
      const fresh = by > 0 && row < top + by
      const cell = cellAt(sheet, { row, column })
      if (cell.locked || cell.formula !== undefined) continue
      const source = cellAt(sheet, { row: from, column })
      changes.push({ row, column, value: fresh || source.formula !== undefined ? '' : source.value })
    }
  }
  return changes
}

/** Heads and notes hold locked cells only. */
function isData(sheet: BookSheet, row: number): boolean {
  return sheet.columns.some((_width, column) => !cellAt(sheet, { row, column }).locked)
}

function lastFilled(sheet: BookSheet): number {
  return sheet.rows.findLastIndex((cells) => cells.some((cell) => cell && !cell.locked && cell.value !== ''))
}
