import type { Place } from '@kaohe/shared-rules'
import { type Area, type BookSheet, cellAt, type Change } from '../../workbook/book-sheet.ts'
import { tableOfHtml } from './html-table.ts'
import { isDateFormat, shownText } from './number-format.ts'
import { formatTsv, parseTsv } from './tsv.ts'
import { typedValue } from './typed-value.ts'

/** The block as text for the clipboard: dates as shown, numbers with all their digits. */
export function copiedText(sheet: BookSheet, area: Area): string {
  return formatTsv(
    places(area).map((row) =>
      row.map((place) => {
        const { value, format } = cellAt(sheet, place)
        return typeof value === 'number' && !isDateFormat(format) ? String(value) : shownText(value, format)
      }),
    ),
  )
}

/** What was copied elsewhere, as rows of text: the plain text, or a table of a program that gave only that. */
export function copiedRows(clipboard: Pick<DataTransfer, 'getData'>): string {
  const text = clipboard.getData('text/plain')
  if (text !== '') return text
  const table = tableOfHtml(clipboard.getData('text/html'))
  return table ? formatTsv(table) : ''
}

/** What pasting the text changes: a block from the top left cell on, or one value into every selected cell. */
export function pastedChanges(sheet: BookSheet, selected: Area, text: string): Change[] {
  const rows = parseTsv(text)
  const single = rows.length === 1 && rows[0]?.length === 1
  const target = single
    ? selected
    : {
        top: selected.top,
        left: selected.left,
        bottom: selected.top + rows.length - 1,
        right: selected.left + (rows[0]?.length ?? 1) - 1,
      }
  return places(target).flatMap((line, row) =>
    line.map((place, column) => {
      const typed = (single ? rows[0]?.[0] : rows[row]?.[column]) ?? ''
      return { ...place, value: typedValue(typed, cellAt(sheet, place).format) }
    }),
  )
}

/** What emptying the block changes; locked cells are left out when they are empty anyway. */
export function clearedChanges(sheet: BookSheet, area: Area): Change[] {
  return places(area)
    .flat()
    .filter((place) => cellAt(sheet, place).value !== '')
    .map((place) => ({ ...place, value: '' }))
}

/** What Ctrl+D changes: every selected row becomes like the first; one row becomes like the one above. */
export function filledDown(sheet: BookSheet, { top, left, bottom, right }: Area): Change[] {
  const from = top === bottom ? top - 1 : top
  if (from < 0) return []
  return places({ top: from + 1, left, bottom, right })
    .flat()
    .map(({ row, column }) => ({ row, column, value: cellAt(sheet, { row: from, column }).value }))
}

/** What Ctrl+R changes: every selected column becomes like the first; one column becomes like the one left of it. */
export function filledRight(sheet: BookSheet, { top, left, bottom, right }: Area): Change[] {
  const from = left === right ? left - 1 : left
  if (from < 0) return []
  return places({ top, left: from + 1, bottom, right })
    .flat()
    .map(({ row, column }) => ({ row, column, value: cellAt(sheet, { row, column: from }).value }))
}

function places({ top, left, bottom, right }: Area): Place[][] {
  return Array.from({ length: bottom - top + 1 }, (_row, row) =>
    Array.from({ length: right - left + 1 }, (_column, column) => ({ row: top + row, column: left + column })),
  )
}
