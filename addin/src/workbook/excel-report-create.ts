import { excelEntry } from './excel-entry.ts'
import { done } from './excel-request.ts'
import { lineName, lineOf, reportLines } from './excel-report-lines.ts'
import type { Report } from './report-sheets.ts'
import type { WorkbookResult } from './workbook.ts'

/** Makes the sheet, behind the others: lines, heading row, rows. Brings nothing to the front. */
export async function createReport(
  context: Excel.RequestContext,
  report: Report,
): Promise<WorkbookResult<{ readonly sheet: string }>> {
  const { worksheets, names } = context.workbook
  worksheets.load('items/name')
  names.load('items/name')
  await context.sync()
  // Left over from a sheet of ours that somebody deleted.
  for (const item of names.items) if (lineOf(report.table, item.name) !== undefined) item.delete()
  const name = freeName(
    report.sheet,
    worksheets.items.map((sheet) => sheet.name.toLowerCase()),
  )
  const sheet = worksheets.add(name)
  const lines = reportLines(report, 1 + report.notes.length)
  writeLines(context, sheet, report, lines)
  fillTable(sheet, report, lines.length)
  setWidths(sheet, report)
  sheet.freezePanes.freezeRows(lines.length + 1)
  setPage(sheet, lines.length)
  await context.sync()
  return done({ sheet: name })
}

/** `综合排名`, or `综合排名 (2)`; never longer than the 31 characters that Excel allows. */
function freeName(wanted: string, taken: readonly string[]): string {
  const clean = wanted.replace(/[:\\/?*[\]]/g, ' ').trim() || '报表'
  for (let number = 1; ; number++) {
    const tail = number === 1 ? '' : ` (${String(number)})`
    const name = clean.slice(0, 31 - tail.length) + tail
    if (!taken.includes(name.toLowerCase())) return name
  }
}

function writeLines(context: Excel.RequestContext, sheet: Excel.Worksheet, report: Report, lines: readonly string[]) {
  const block = sheet.getRangeByIndexes(0, 0, lines.length, 1)
  block.numberFormat = lines.map(() => ['@'])
  block.values = lines.map((line) => [line])
  block.format.verticalAlignment = 'Center'
  const title = sheet.getRangeByIndexes(0, 0, 1, report.columns.length)
  // Across the selection rather than merged: merged cells stand in the way of sorting, filtering and inserting.
  title.format.horizontalAlignment = 'CenterAcrossSelection'
  title.format.font.size = 16
  title.format.font.bold = true
  title.format.rowHeight = 30
  lines.forEach((_, line) => {
    const item = context.workbook.names.add(lineName(report.table, line), sheet.getCell(line, 0))
    item.visible = false
  })
}

function fillTable(sheet: Excel.Worksheet, report: Report, top: number) {
  const { columns, rows } = report
  // A table has a row below its heading, if an empty one.
  const height = Math.max(rows.length, 1)
  const heading = sheet.getRangeByIndexes(top, 0, 1, columns.length)
  heading.numberFormat = [columns.map(() => '@')]
  heading.values = [columns.map((column) => column.title)]
  sheet.getRangeByIndexes(top + 1, 0, height, columns.length).numberFormat = Array.from({ length: height }, () =>
    columns.map((column) => column.format),
  )
  if (rows.length > 0)
    sheet.getRangeByIndexes(top + 1, 0, rows.length, columns.length).values = rows.map((row) =>
      columns.map((column, i) => excelEntry(row[i] ?? '', column.format)),
    )
  const table = sheet.tables.add(sheet.getRangeByIndexes(top, 0, height + 1, columns.length), true)
  table.name = report.table
  table.style = 'TableStyleMedium2'
  // The look of the table says as much, but WPS and LibreOffice show it in part or not at all.
  heading.format.fill.color = '#1F4E79'
  heading.format.font.color = '#FFFFFF'
  heading.format.font.bold = true
  heading.format.wrapText = true
  heading.format.verticalAlignment = 'Center'
  sheet.getRangeByIndexes(top, 0, height + 1, columns.length).format.horizontalAlignment = 'Center'
}

function setWidths(sheet: Excel.Worksheet, { columns }: Report) {
  columns.forEach(({ width }, i) => {
    sheet.getRangeByIndexes(0, i, 1, 1).format.columnWidth = points(width)
  })
}

/** A character of the usual font is 7 pixels wide, with 5 of padding; a pixel is three quarters of a point. */
function points(characters: number): number {
  return (characters * 7 + 5) * 0.75
}

function setPage(sheet: Excel.Worksheet, headingRow: number) {
  sheet.pageLayout.orientation = 'Landscape'
  sheet.pageLayout.zoom = { horizontalFitToPages: 1 }
  sheet.pageLayout.setPrintTitleRows(`$${String(headingRow + 1)}:$${String(headingRow + 1)}`)
}
