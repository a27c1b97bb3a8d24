import { fromA1, toA1 } from '@kaohe/shared-rules'
import { memoryBook, type MemoryBook } from '../src/workbook/memory-book.ts'
import { memoryReportSheets } from '../src/workbook/memory-report-sheets.ts'
import { memoryWorkbook } from '../src/workbook/memory-workbook.ts'
import type { BookCell, BookSheet } from '../src/workbook/book-sheet.ts'
import { reportSheetsContract } from './report-sheets-contract.ts'
import { workbookContract, type ContractSheet } from './workbook-contract.ts'

const at = (address: string) => fromA1(address) ?? { row: 0, column: 0 }

function sheetOf({ name, protected: locked, cells }: ContractSheet): BookSheet {
  const rows: (BookCell | undefined)[][] = []
  for (const [address, cell] of Object.entries(cells)) {
    const { row, column } = at(address)
    while (rows.length <= row) rows.push([])
    const cellsOfRow = rows[row] ?? []
    cellsOfRow[column] = { value: cell.value, style: '', format: cell.format ?? 'General', locked: cell.open !== true }
  }
  const frozen = { rows: 0, columns: 0 }
  return { name, columns: [], heights: rows.map(() => 18), rows, merges: [], frozen, protected: locked }
}

const blank = (name: string) => sheetOf({ name, protected: false, cells: {} })

function enter(
  book: MemoryBook,
  sheet: string,
  address: string,
  rows: readonly (readonly (string | number | boolean)[])[],
) {
  const { row, column } = at(address)
  book.edit(
    sheet,
    rows.flatMap((cells, i) => cells.map((value, j) => ({ row: row + i, column: column + j, value }))),
  )
}

workbookContract('memoryWorkbook', async ({ fileName, sheets, names }) => {
  const book = memoryBook({ fileName, sheets: sheets.map(sheetOf), names })
  return {
    workbook: memoryWorkbook(book),
    enter: (sheet, address, rows) => enter(book, sheet, address, rows),
    select: (sheet, address) => book.select(sheet, at(address)),
    addSheet: (name) => book.putSheet(blank(name)),
    selection: () => {
      const { sheet, active } = book.state().selection
      return { sheet, address: toA1(active.row, active.column) }
    },
  }
})

reportSheetsContract('memoryReportSheets', async () => {
  const book = memoryBook({ fileName: '排名.xlsx', sheets: [blank('封面')], names: {} })
  return {
    reports: memoryReportSheets(book),
    sheets: () => book.state().sheets.map(({ name }) => name),
    values: (name) => {
      const rows = book.state().sheets.find((sheet) => sheet.name === name)?.rows ?? []
      const all = rows.map((cells) => Array.from(cells, (cell) => cell?.value ?? ''))
      const height = all.findLastIndex((cells) => cells.some((value) => value !== '')) + 1
      const width = Math.max(0, ...all.map((cells) => cells.findLastIndex((value) => value !== '') + 1))
      return all.slice(0, height).map((cells) => Array.from({ length: width }, (_, i) => cells[i] ?? ''))
    },
    enter: (sheet, address, value) => enter(book, sheet, address, [[value]]),
    addSheet: (name) => book.putSheet(blank(name)),
  }
})
