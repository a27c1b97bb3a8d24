import { basename } from 'node:path'
import { Workbook, type Cell, type CellValue as FileValue, type Worksheet } from '@cj-tech-master/excelts'
import type { CellValue } from '@kaohe/shared-rules'
import { formatArea, parseArea } from './area.ts'
import { dateSerial } from './entry.ts'
import { cellKey, newSheet, nextId, type FakeBook, type FakeCell, type FakeSheet, type FakeTable } from './model.ts'

/** Opens a real .xlsx file, given by its bytes. */
export async function loadXlsx(bytes: Uint8Array, path: string): Promise<FakeBook> {
  const file = new Workbook()
  await file.xlsx.load(bytes)
  const ids = { nextId: 1 }
  const sheets = file.worksheets.map((worksheet) => readSheet(ids, worksheet))
  const active = sheets.find((sheet) => sheet.visibility === 'Visible')
  if (!active) throw new Error(`${path} has no visible sheet`)
  const names = file.definedNames.model
    .filter((entry) => entry.localSheetId === undefined)
    .map(({ name, ranges, formulaExpression, rawText, hidden }) => {
      const refersTo = ranges.length > 0 ? ranges.join(',') : (formulaExpression ?? rawText ?? '#REF!')
      return { name, refersTo, visible: hidden !== true }
    })
  return { fileName: basename(path), sheets, names, active, editing: false, nextId: ids.nextId }
}

/** Writes the workbook, so that other programs can open what the host now holds. */
export async function saveXlsx(book: FakeBook): Promise<Uint8Array> {
  const file = new Workbook()
  for (const sheet of book.sheets) await writeSheet(file, sheet)
  for (const { name, refersTo } of book.names)
    if (parseArea(refersTo)) file.definedNames.add(refersTo, name)
    else file.definedNames.addFormula(name, refersTo)
  return new Uint8Array(await file.xlsx.writeBuffer())
}

function readSheet(ids: { nextId: number }, worksheet: Worksheet): FakeSheet {
  const sheet = newSheet(ids, worksheet.name)
  const { cols = [], mergeCells = [], ...model } = worksheet.model
  for (const { min, max, width, style } of cols)
    for (let column = min - 1; column < max; column++) {
      if (width !== undefined) sheet.widths.set(column, width)
      if (style && Object.keys(style).length > 0) sheet.columnStyles.set(column, style)
    }
  worksheet.eachRow({ includeEmpty: false }, (row, number) => {
    if (row.height !== undefined) sheet.heights.set(number - 1, row.height)
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      if (hasContent(cell)) sheet.cells.set(cellKey(number - 1, column - 1), readCell(cell))
    })
  })
  sheet.merges = mergeCells.flatMap((address) => parseArea(address) ?? [])
  sheet.protected = worksheet.sheetProtection?.sheet === true
  sheet.tables = worksheet.getTables().map(({ model: table }) => ({
    id: nextId(ids),
    name: table.name,
    area: requireArea(table.tableRef ?? table.ref),
    style: table.style?.theme ?? 'TableStyleMedium2',
    showFilterButton: table.autoFilterRef !== undefined,
    showBandedRows: table.style?.showRowStripes === true,
  }))
  // Absent, whatever its type says, when the file tells nothing of views.
  const view = worksheet.views?.[0]
  if (view?.state === 'frozen') sheet.frozen = { rows: view.ySplit ?? 0, columns: view.xSplit ?? 0 }
  sheet.visibility = model.state === 'visible' ? 'Visible' : model.state === 'hidden' ? 'Hidden' : 'VeryHidden'
  const { pageSetup, headerFooter, dataValidations, conditionalFormattings } = model
  return { ...sheet, kept: { pageSetup, headerFooter, dataValidations, conditionalFormattings } }
}

function hasContent(cell: Cell): boolean {
  return cell.value !== null || Object.keys(cell.style).length > 0
}

function readCell(cell: Cell): FakeCell {
  // The other cells of a merged block show the first one's value but hold none.
  if (cell.isMerged && cell.master.address !== cell.address) return { value: '', style: cell.style }
  const formula = cell.formula
  const value = readValue(formula === undefined ? cell.value : cell.result)
  return formula === undefined ? { value, style: cell.style } : { value, formula, style: cell.style }
}

function readValue(value: FileValue | undefined): CellValue {
  if (value === null || value === undefined) return ''
  if (typeof value !== 'object') return value
  if (value instanceof Date) return dateSerial(value)
  if ('error' in value) return value.error
  if ('richText' in value) return value.richText.map((run) => run.text).join('')
  if ('text' in value && typeof value.text === 'string') return value.text
  throw new Error(`fake host: a cell value of this kind is not modelled: ${JSON.stringify(value)}`)
}

function requireArea(address: string): FakeTable['area'] {
  const area = parseArea(address)
  if (!area) throw new Error(`fake host: ${address} is no block of cells`)
  return area
}

async function writeSheet(file: Workbook, sheet: FakeSheet): Promise<void> {
  const { rows, columns } = sheet.frozen
  const frozen = rows + columns > 0
  const worksheet = file.addWorksheet(sheet.name, {
    state: sheet.visibility === 'Visible' ? 'visible' : sheet.visibility === 'Hidden' ? 'hidden' : 'veryHidden',
    views: frozen ? [{ state: 'frozen', xSplit: columns, ySplit: rows }] : [],
  })
  if (sheet.kept.pageSetup) worksheet.pageSetup = sheet.kept.pageSetup
  if (sheet.kept.headerFooter) worksheet.headerFooter = sheet.kept.headerFooter
  for (const [column, width] of sheet.widths) worksheet.getColumn(column + 1).width = width
  for (const [column, style] of sheet.columnStyles) worksheet.getColumn(column + 1).style = style
  for (const [row, height] of sheet.heights) worksheet.getRow(row + 1).height = height
  for (const table of sheet.tables) worksheet.addTable(tableModel(sheet, table))
  for (const [key, cell] of sheet.cells) {
    const [row = 0, column = 0] = key.split(',').map(Number)
    const target = worksheet.getCell(row + 1, column + 1)
    target.style = cell.style
    target.value = cell.formula === undefined ? fileValue(cell) : { formula: cell.formula, ...result(cell) }
  }
  for (const area of sheet.merges) worksheet.mergeCellsWithoutStyle(formatArea(area))
  if (sheet.kept.dataValidations) worksheet.dataValidations.model = sheet.kept.dataValidations
  if (sheet.kept.conditionalFormattings) worksheet.conditionalFormattings = sheet.kept.conditionalFormattings
  if (sheet.protected) await worksheet.protect('', {})
}

function tableModel(sheet: FakeSheet, { name, area, style, showFilterButton, showBandedRows }: FakeTable) {
  const value = (row: number, column: number) => sheet.cells.get(cellKey(row, column))?.value ?? ''
  const across = Array.from({ length: area.columns }, (_, i) => area.column + i)
  return {
    name,
    ref: formatArea({ ...area, rows: 1, columns: 1 }),
    headerRow: true,
    columns: across.map((column) => ({ name: String(value(area.row, column)), filterButton: showFilterButton })),
    rows: Array.from({ length: area.rows - 1 }, (_, i) => across.map((column) => value(area.row + 1 + i, column))),
    // The file knows the built-in looks by these names only.
    style: { theme: style as 'TableStyleMedium2', showRowStripes: showBandedRows },
  }
}

const errorText = /^#(N\/A|REF!|NAME\?|DIV\/0!|NULL!|VALUE!|NUM!)$/

function fileValue({ value }: FakeCell): FileValue {
  if (value === '') return null
  // Its pattern was just looked at.
  if (typeof value === 'string' && errorText.test(value)) return { error: value as '#N/A' }
  return value
}

function result(cell: FakeCell): { result?: string | number | boolean | { error: '#N/A' } } {
  const value = fileValue(cell)
  return value === null ? {} : { result: value as string | number | boolean | { error: '#N/A' } }
}
