import type { Place } from '@kaohe/shared-rules'
import type { BookSheet } from '../../workbook/book-sheet.ts'
import { shownText } from './number-format.ts'

/** The next cell whose text holds the words, row by row from a place on and around the end; undefined when none does. */
export function foundCell(sheet: BookSheet, from: Place, words: string, back = false): Place | undefined {
  const wanted = folded(words)
  if (wanted === '') return undefined
  const found = sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) =>
      cell &&
      (folded(shownText(cell.value, cell.format)).includes(wanted) || folded(String(cell.value)).includes(wanted))
        ? [{ row, column }]
        : [],
    ),
  )
  const after = ({ row, column }: Place) => row > from.row || (row === from.row && column > from.column)
  const before = ({ row, column }: Place) => row < from.row || (row === from.row && column < from.column)
  return back ? (found.findLast(before) ?? found.at(-1)) : (found.find(after) ?? found[0])
}

/** Full-width signs are their narrow twins, and letters have one size: people type both. */
function folded(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
