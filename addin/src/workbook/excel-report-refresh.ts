import { toA1, type CellValue } from '@kaohe/shared-rules'
import { excelEntry } from './excel-entry.ts'
import { lineOf, reportLines } from './excel-report-lines.ts'
import { done, refused, supports } from './excel-request.ts'
import type { Report } from './report-sheets.ts'
import type { WorkbookResult } from './workbook.ts'

/** Where the table stands now, whatever was done to it and around it. */
interface Stand {
  readonly table: Excel.Table
  readonly sheet: Excel.Worksheet
  readonly sheetName: string
  /** Of the heading row, counted from zero. */
  readonly top: number
  readonly left: number
  readonly width: number
  /** Rows below the heading. */
  readonly height: number
  /** For each column of the report, its place on the sheet. */
  readonly columns: readonly number[]
}

/**
 * Fills the table where it stands. Columns are found by their titles: whoever added columns of their own to the table,
 * or put them in another order, keeps that. Nothing but the report's own columns and lines is written.
 */
export async function refreshReport(
  context: Excel.RequestContext,
  report: Report,
): Promise<WorkbookResult<{ readonly sheet: string }>> {
  const found = await findStand(context, report)
  if (!found.ok) return found
  const stand = found.value
  const occupied = await cellInTheWay(context, stand, report.rows.length)
  if (occupied !== undefined) return refused({ kind: 'occupied', place: { sheet: stand.sheetName, address: occupied } })
  const lines = await findLines(context, report.table)
  // Rows hidden by a filter would stay hidden whatever they now hold, and a sort mark would claim an order that is gone.
  stand.table.clearFilters()
  stand.table.sort.clear()
  const height = resized(stand, Math.max(report.rows.length, 1))
  fillColumns(stand, report, height)
  writeLines(lines, report)
  await context.sync()
  return done({ sheet: stand.sheetName })
}

async function findStand(context: Excel.RequestContext, report: Report): Promise<WorkbookResult<Stand>> {
  const table = context.workbook.tables.getItemOrNullObject(report.table)
  await context.sync()
  if (table.isNullObject) return refused({ kind: 'no-sheet', sheet: report.sheet })
  const sheet = table.worksheet.load('name,protection/protected')
  const heading = table.getHeaderRowRange().load('values,rowIndex,columnIndex,columnCount')
  const body = table.getDataBodyRange().load('rowCount')
  await context.sync()
  const [top, left] = [heading.rowIndex, heading.columnIndex]
  const place = { sheet: sheet.name, address: toA1(top, left) }
  if (sheet.protection.protected) return refused({ kind: 'locked', place })
  const titles: readonly CellValue[] = heading.values[0] ?? []
  const places = report.columns.map(({ title }) => titles.indexOf(title))
  const lost = report.columns[places.indexOf(-1)]
  if (lost) return refused({ kind: 'no-column', column: lost.title })
  const columns = places.map((index) => left + index)
  const stand = {
    table,
    sheet,
    sheetName: sheet.name,
    top,
    left,
    width: heading.columnCount,
    height: body.rowCount,
    columns,
  }
  return done(stand)
}

/** The first cell below the table that new rows would cover. */
async function cellInTheWay(context: Excel.RequestContext, stand: Stand, rows: number): Promise<string | undefined> {
  const more = rows - stand.height
  if (more <= 0) return undefined
  const first = stand.top + 1 + stand.height
  const below = stand.sheet.getRangeByIndexes(first, stand.left, more, stand.width).load('formulas')
  await context.sync()
  const formulas: readonly (readonly CellValue[])[] = below.formulas
  for (const [i, row] of formulas.entries())
    for (const [j, cell] of row.entries()) if (cell !== '') return toA1(first + i, stand.left + j)
  return undefined
}

interface Line {
  /** Counted from zero. */
  readonly index: number
  readonly range: Excel.Range
}

async function findLines(context: Excel.RequestContext, table: string): Promise<readonly Line[]> {
  const names = context.workbook.names.load('items/name')
  await context.sync()
  const lines = names.items.flatMap((item) => {
    const index = lineOf(table, item.name)
    return index === undefined ? [] : [{ index, range: item.getRangeOrNullObject().load('numberFormat') }]
  })
  await context.sync()
  return lines
}

function writeLines(lines: readonly Line[], report: Report) {
  const texts = reportLines(report, Math.max(0, ...lines.map(({ index }) => index + 1)))
  for (const { index, range } of lines) {
    if (range.isNullObject) continue
    const formats: readonly (readonly unknown[])[] = range.numberFormat
    range.getCell(0, 0).values = [[excelEntry(texts[index] ?? '', formats[0]?.[0])]]
  }
}

/**
 * Gives the table this many rows and says how many it has. Below ExcelApi 1.13 a table can only be added to;
 * rows too many stay, emptied. Never are whole rows put in or taken out: beside the table stand other people's cells.
 */
function resized(stand: Stand, wanted: number): number {
  const { table, sheet, top, left, width, height, columns } = stand
  if (wanted < height)
    for (const column of columns)
      sheet.getRangeByIndexes(top + 1 + wanted, column, height - wanted, 1).clear('Contents')
  if (wanted === height) return height
  if (supports('1.13')) {
    table.resize(sheet.getRangeByIndexes(top, left, wanted + 1, width))
    return wanted
  }
  for (let row = height; row < wanted; row++) table.rows.add()
  return Math.max(wanted, height)
}

/** Writes neighbouring columns in one block each, formats first: text is text because its cell says so. */
function fillColumns({ sheet, top, columns, height: before }: Stand, report: Report, height: number) {
  const rows = report.rows.length > 0 ? report.rows : [report.columns.map(() => '')]
  for (const run of runs(columns)) {
    const across = (row: number, count: number) =>
      sheet.getRangeByIndexes(row, columns[run.first] ?? 0, count, run.length)
    const formats = report.columns.slice(run.first, run.first + run.length).map((column) => column.format)
    if (height > before) across(top + 1 + before, height - before).format.horizontalAlignment = 'Center'
    across(top + 1, height).numberFormat = Array.from({ length: height }, () => formats)
    across(top + 1, rows.length).values = rows.map((row) =>
      formats.map((format, i) => excelEntry(row[run.first + i] ?? '', format)),
    )
  }
}

function runs(columns: readonly number[]): readonly { readonly first: number; readonly length: number }[] {
  const found: { first: number; length: number }[] = []
  columns.forEach((column, i) => {
    const last = found.at(-1)
    if (last && column === (columns[i - 1] ?? NaN) + 1) last.length += 1
    else found.push({ first: i, length: 1 })
  })
  return found
}
