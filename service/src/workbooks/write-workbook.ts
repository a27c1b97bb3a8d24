import type { ConditionalFormattingOptions, DataValidation, Worksheet } from '@cj-tech-master/excelts'
import { type FormGrid, type GridHighlight, type GridSheet, type GridValidation } from '@kaohe/shared-rules'
import { excelStyle, tints } from './appearance.ts'
import { newWorkbook } from './new-workbook.ts'

const PAPER = { A3: 8, A4: 9 } as const
/** Excel counts the room beside the characters into a width. */
const PADDING = 0.71
/** What a clerk may do on a protected sheet besides filling it in. No password: the lock guards against slips, not against intent. */
const ALLOWED = { selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true }

/** Draws a laid out form as .xlsx. Same grid, same workbook, but for the time of writing that the file carries. */
export async function writeWorkbook(grid: FormGrid, writtenAt: Date): Promise<Uint8Array> {
  const workbook = await newWorkbook(grid.title, writtenAt)
  // Cached results are those of an empty form; Excel computes its own when it opens the file.
  workbook.calcProperties.fullCalcOnLoad = true
  for (const sheet of grid.sheets) await drawGrid(workbook.addWorksheet(sheet.name), sheet)
  workbook.definedNames.model = Object.entries(grid.names).map(([name, reference]) => ({ name, ranges: [reference] }))
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Draws one sheet of a grid on an empty worksheet. */
export async function drawGrid(worksheet: Worksheet, sheet: GridSheet): Promise<void> {
  sheet.columns.forEach(({ width }, index) => {
    worksheet.getColumn(index + 1).width = width + PADDING
  })
  sheet.rows.forEach(({ height, grows }, index) => {
    // A height of its own would keep Excel from fitting the row to its text.
    if (grows) worksheet.properties.defaultRowHeight = height
    else worksheet.getRow(index + 1).height = height
  })
  for (const cell of sheet.cells) {
    const target = worksheet.getRow(cell.row + 1).getCell(cell.column + 1)
    target.style = excelStyle(cell.style, cell.format, cell.locked, sheet.protected)
    if (cell.formula !== undefined) target.value = { formula: cell.formula, result: cell.value }
    else if (cell.value !== '') target.value = cell.value
  }
  for (const merge of sheet.merges) worksheet.mergeCellsWithoutStyle(merge)
  const { rows, columns } = sheet.frozen
  worksheet.views = [
    {
      state: 'frozen',
      xSplit: columns,
      ySplit: rows,
      showGridLines: false,
      zoomScale: 100,
    },
  ]
  page(worksheet, sheet)
  for (const validation of sheet.validations)
    worksheet.dataValidations.add(validation.area, excelValidation(validation))
  sheet.highlights.forEach((highlight, index) =>
    worksheet.addConditionalFormatting(excelHighlight(highlight, index + 1)),
  )
  if (sheet.protected) await worksheet.protect('', { ...ALLOWED })
}

function page(worksheet: Worksheet, { print }: GridSheet): void {
  Object.assign(worksheet.pageSetup, {
    paperSize: PAPER[print.paper],
    orientation: print.landscape ? 'landscape' : 'portrait',
    fitToPage: true,
    fitToWidth: 1,
    // 0: as many pages down as it takes.
    fitToHeight: print.onePage ? 1 : 0,
    horizontalCentered: true,
    printArea: print.area,
    printTitlesRow: print.titleRows,
    margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
  })
  worksheet.headerFooter.oddFooter = '&C&"宋体"&10第 &P 页　共 &N 页'
}

function excelValidation(validation: GridValidation): DataValidation {
  const shared = {
    allowBlank: true,
    // A warning may be overruled: what an entry is worth is for the checks to say.
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: '请核对',
    error: validation.message,
  } as const
  switch (validation.kind) {
    case 'choice':
      return { ...shared, type: 'list', formulae: [`"${(validation.choices ?? []).join(',')}"`] }
    case 'date':
      return { ...shared, type: 'date', operator: 'between', formulae: [EARLIEST_DAY, LATEST_DAY] }
    case 'count':
      return { ...shared, type: 'whole', operator: 'greaterThanOrEqual', formulae: [0] }
    case 'percent':
      return { ...shared, type: 'decimal', operator: 'between', formulae: [0, 100] }
    case 'amount':
      return { ...shared, type: 'decimal', operator: 'greaterThanOrEqual', formulae: [0] }
  }
}

const EARLIEST_DAY = new Date('1990-01-01T00:00:00Z')
const LATEST_DAY = new Date('2099-12-31T00:00:00Z')

function excelHighlight({ area, formula, tint }: GridHighlight, priority: number): ConditionalFormattingOptions {
  const fill = { type: 'pattern', pattern: 'solid', bgColor: { argb: tints[tint] } } as const
  return { ref: area, rules: [{ type: 'expression', formulae: [formula], priority, style: { fill } }] }
}
