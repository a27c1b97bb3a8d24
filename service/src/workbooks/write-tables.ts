import type { Worksheet } from '@cj-tech-master/excelts'
import { newWorkbook } from './new-workbook.ts'
import type { Table, TableCell } from './table.ts'

const line = { style: 'thin', color: { argb: 'FF000000' } } as const
const framed = { top: line, left: line, bottom: line, right: line }
const songTi = { name: '宋体', size: 11, charset: 134, family: 3 }
const heiTi = { ...songTi, name: '黑体' }
/** Of the longest text in a column, as far as a page bears it. */
const widths = { least: 8, most: 48 }

/** Draws tables as a workbook, one sheet each. Text is written as text, so that nothing in it can become a formula. */
export async function writeTables(title: string, tables: readonly Table[], writtenAt: Date): Promise<Uint8Array> {
  const workbook = await newWorkbook(title, writtenAt)
  for (const table of tables) drawTable(workbook.addWorksheet(table.name), table)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** Draws one table on an empty worksheet. */
export function drawTable(sheet: Worksheet, { title, notes, head, rows }: Table): void {
  const headRow = notes.length + 2
  const heading = sheet.getCell(1, 1)
  heading.value = title
  heading.font = { ...heiTi, size: 16 }
  notes.forEach((note, index) => {
    const cell = sheet.getCell(index + 2, 1)
    cell.value = note
    cell.font = { ...songTi, size: 10 }
  })
  head.forEach((name, column) => {
    const cell = sheet.getCell(headRow, column + 1)
    cell.value = name
    cell.font = heiTi
    cell.border = framed
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
  })
  rows.forEach((row, index) => row.forEach((cell, column) => fill(sheet, headRow + 1 + index, column + 1, cell)))
  head.forEach((name, column) => {
    const texts = [name, ...rows.map((row) => shown(row[column]))]
    const longest = Math.max(...texts.map(widthOf))
    sheet.getColumn(column + 1).width = Math.min(widths.most, Math.max(widths.least, longest + 2))
  })
  sheet.views = [{ state: 'frozen', xSplit: 2, ySplit: headRow }]
  Object.assign(sheet.pageSetup, {
    paperSize: 9,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
  })
}

function fill(sheet: Worksheet, row: number, column: number, value: TableCell): void {
  const cell = sheet.getCell(row, column)
  cell.font = songTi
  cell.border = framed
  // A double holds fifteen digits; a longer figure stays readable as text.
  if ('figure' in value && value.figure.replace(/\D/g, '').length <= 15) {
    cell.value = Number(value.figure)
    const places = value.figure.split('.')[1]?.length ?? 0
    cell.numFmt = places === 0 ? '0' : `0.${'0'.repeat(places)}`
    cell.alignment = { horizontal: 'right' }
  } else {
    cell.value = shown(value)
    cell.numFmt = '@'
    cell.alignment = { horizontal: 'left', wrapText: true }
  }
}

const shown = (cell: TableCell | undefined): string =>
  cell === undefined ? '' : 'figure' in cell ? cell.figure : cell.text

/** Chinese characters are two wide. */
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char > '\u2e7f' ? 2 : 1), 0)
