import { toA1, type CellValue } from '@kaohe/shared-rules'
import { type Area, type BookCell, type BookSheet, cellAt, withCells } from './book-sheet.ts'
import type { MemoryBook } from './memory-book.ts'
import type { Report, ReportSheets } from './report-sheets.ts'
import type { WorkbookResult } from './workbook.ts'

/** The `ReportSheets` port over a workbook in memory: result sheets appear as further tabs. */
export function memoryReportSheets(book: MemoryBook): ReportSheets {
  return {
    async find(name) {
      const table = book.state().tables[name]
      return { ok: true, value: table ? { sheet: table.sheet } : null }
    },
    async create(report) {
      const taken = book.state().sheets.map(({ name }) => name)
      const sheet = reportSheet(freeName(report.sheet, taken), report)
      const top = 1 + report.notes.length
      const area = { top, left: 0, bottom: top + report.rows.length, right: report.columns.length - 1 }
      book.putSheet(sheet, { name: report.table, area })
      return { ok: true, value: { sheet: sheet.name } }
    },
    async refresh(report) {
      const table = book.state().tables[report.table]
      const sheet = book.state().sheets.find(({ name }) => name === table?.sheet)
      if (!table || !sheet) return { ok: false, error: { kind: 'no-sheet', sheet: table?.sheet ?? report.sheet } }
      return refreshed(book, sheet, table.area, report)
    },
  }
}

function refreshed(
  book: MemoryBook,
  sheet: BookSheet,
  area: Area,
  report: Report,
): WorkbookResult<{ readonly sheet: string }> {
  const places = report.columns.map(({ title }) => columnTitled(sheet, area, title))
  const lost = report.columns.find((_column, index) => places[index] === undefined)
  if (lost) return { ok: false, error: { kind: 'no-column', column: lost.title } }
  const columns = places.filter((place) => place !== undefined)
  const bottom = area.top + report.rows.length
  const occupied = firstFilled(sheet, area, bottom)
  if (occupied) return { ok: false, error: { kind: 'occupied', place: { sheet: sheet.name, address: occupied } } }

  const lines = [cellOf(report.title, 'report-title'), ...report.notes.map((note) => cellOf(note, 'report-note'))]
  const above = lines.map((cell, index) => ({ row: area.top - lines.length + index, column: area.left, cell }))
  const body = Array.from({ length: Math.max(bottom, area.bottom) - area.top }, (_row, index) =>
    columns.map((column, at) => {
      const row = report.rows[index]
      // A row that the table gave up is left as bare as the sheet around it.
      const cell = row ? bodyCell(row[at] ?? '', report.columns[at]?.format) : cellOf('', '')
      return { row: area.top + 1 + index, column, cell }
    }),
  )
  const filled = withCells(sheet, [...above.filter(({ row }) => row >= 0), ...body.flat()])
  book.putSheet(filled, { name: report.table, area: { ...area, bottom } })
  return { ok: true, value: { sheet: sheet.name } }
}

function columnTitled(sheet: BookSheet, { top, left, right }: Area, title: string): number | undefined {
  for (let column = left; column <= right; column += 1) {
    if (cellAt(sheet, { row: top, column }).value === title) return column
  }
  return undefined
}

/** The first cell of somebody's own where new rows of the table have to go. */
function firstFilled(sheet: BookSheet, { left, right, bottom: last }: Area, bottom: number): string | undefined {
  for (let row = last + 1; row <= bottom; row += 1) {
    for (let column = left; column <= right; column += 1) {
      if (cellAt(sheet, { row, column }).value !== '') return toA1(row, column)
    }
  }
  return undefined
}

function reportSheet(name: string, { title, notes, columns, rows }: Report): BookSheet {
  const width = columns.length - 1
  return {
    name,
    columns: columns.map((column) => column.width),
    heights: [30, ...notes.map(() => 18), 22, ...rows.map(() => 18)],
    rows: [
      [cellOf(title, 'report-title')],
      ...notes.map((note) => [cellOf(note, 'report-note')]),
      columns.map((column) => cellOf(column.title, 'report-head')),
      ...rows.map((row) => columns.map(({ format }, at) => bodyCell(row[at] ?? '', format))),
    ],
    merges: [0, ...notes.map((_note, index) => index + 1)].map((row) => ({
      top: row,
      left: 0,
      bottom: row,
      right: width,
    })),
    frozen: { rows: notes.length + 2, columns: 0 },
    protected: false,
    continues: false,
  }
}

function bodyCell(value: CellValue, format = 'General'): BookCell {
  // A word in a column of figures, 待定 or 无任务, stands in the middle: it is no figure.
  const word = format === '@' ? 'report-text' : 'report-centre'
  return cellOf(value, typeof value === 'number' ? 'report-number' : word, format)
}

function cellOf(value: CellValue, style: string, format = 'General'): BookCell {
  return { value, style, format, locked: false }
}

/** `综合排名`, or `综合排名 (2)` when somebody has a sheet of that name. */
function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted
  for (let number = 2; taken.includes(name); number += 1) name = `${wanted} (${number})`
  return name
}
