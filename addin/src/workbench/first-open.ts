import type { Place } from '@kaohe/shared-rules'
import { type BookSheet, isOpen } from '../workbook/book-sheet.ts'
import { isTextFormat } from './grid/number-format.ts'

/** Where a reader begins on this sheet: the first cell to fill, or the first below the heads. */
export function firstOpen(sheet: BookSheet): Place {
  if (!sheet.protected) return { row: sheet.frozen.rows, column: 0 }
  for (let row = 0; row < sheet.rows.length; row += 1) {
    const column = sheet.columns.findIndex((_width, index) => isOpen(sheet, { row, column: index }))
    if (column >= 0) return { row, column }
  }
  return { row: 0, column: 0 }
}

/** Does the clerk type figures or dates here? Of some forms the first sheet only shows what the ledger adds up to. */
export function takesFigures(sheet: BookSheet): boolean {
  return sheet.rows.some((row) => row.some((cell) => cell && !cell.locked && !isTextFormat(cell.format)))
}
