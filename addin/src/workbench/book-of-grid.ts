import { fromA1, type FormGrid, type GridSheet } from '@kaohe/shared-rules'
import type { Area, BookCell, BookSheet } from '../workbook/book-sheet.ts'
import type { NewBook } from '../workbook/memory-book.ts'

/** The workbook that would be drawn from this form, in memory instead of a file. */
export function bookOfGrid(grid: FormGrid): NewBook {
  return { fileName: grid.fileName, sheets: grid.sheets.map(bookSheet), names: grid.names }
}

function bookSheet(sheet: GridSheet): BookSheet {
  const rows: (BookCell | undefined)[][] = sheet.rows.map(() => sheet.columns.map(() => undefined))
  for (const { row, column, ...cell } of sheet.cells) {
    const cells = rows[row]
    if (cells) cells[column] = cell
  }
  return {
    name: sheet.name,
    columns: sheet.columns.map(({ width }) => width),
    heights: sheet.rows.map(({ height }) => height),
    rows,
    merges: sheet.merges.flatMap(areaOf),
    frozen: sheet.frozen,
    protected: sheet.protected,
    continues: !sheet.protected,
  }
}

function areaOf(block: string): Area[] {
  const [from = '', to = from] = block.split(':')
  const first = fromA1(from)
  const last = fromA1(to)
  return first && last ? [{ top: first.row, left: first.column, bottom: last.row, right: last.column }] : []
}
