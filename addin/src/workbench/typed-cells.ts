import { isOpen } from '../workbook/book-sheet.ts'
import type { BookState, NewBook } from '../workbook/memory-book.ts'
import type { TypedCell } from './forms-api.ts'

/** Every filled cell that is the reader's to fill, on the sheets of the form; pulled rankings are no part of it. */
export function typedCells(issued: NewBook, { sheets }: BookState): readonly TypedCell[] {
  const own = sheets.filter(({ name }) => issued.sheets.some((sheet) => sheet.name === name))
  return own.flatMap((sheet) =>
    sheet.rows.flatMap((cells, row) =>
      cells.flatMap((cell, column) =>
        cell && cell.value !== '' && !cell.locked && cell.formula === undefined && isOpen(sheet, { row, column })
          ? [{ sheet: sheet.name, row, column, value: cell.value }]
          : [],
      ),
    ),
  )
}
