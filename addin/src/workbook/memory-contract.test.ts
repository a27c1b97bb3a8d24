import { fromA1, toA1, type Place } from '@kaohe/shared-rules'
import { type ContractBook, type ContractSheet, workbookContract } from '../../test/workbook-contract.ts'
import { reportSheetsContract } from '../../test/report-sheets-contract.ts'
import { type BookCell, type BookSheet, withCells } from './book-sheet.ts'
import { type MemoryBook, memoryBook } from './memory-book.ts'
import { memoryReportSheets } from './memory-report-sheets.ts'
import { memoryWorkbook } from './memory-workbook.ts'

workbookContract('memory', async (contract: ContractBook) => {
  const book = memoryBook({ fileName: contract.fileName, names: contract.names, sheets: contract.sheets.map(sheetOf) })
  return {
    workbook: memoryWorkbook(book),
    enter: (sheet, address, rows) => {
      const start = placeAt(address)
      const changes = rows.flatMap((row, down) =>
        row.map((value, right) => ({ row: start.row + down, column: start.column + right, value })),
      )
      book.edit(sheet, changes)
    },
    select: (sheet, address) => book.select(sheet, placeAt(address)),
    addSheet: (name) => book.putSheet(emptySheet(name)),
    selection: () => {
      const { sheet, active } = book.state().selection
      return { sheet, address: toA1(active.row, active.column) }
    },
  }
})

reportSheetsContract('memory', async () => {
  const book = memoryBook({ fileName: '排名.xlsx', names: {}, sheets: [emptySheet('封面')] })
  return {
    reports: memoryReportSheets(book),
    sheets: () => book.state().sheets.map(({ name }) => name),
    values: (sheet) => valuesOf(book, sheet),
    enter: (sheet, address, value) => void book.edit(sheet, [{ ...placeAt(address), value }]),
    addSheet: (name) => book.putSheet(emptySheet(name)),
  }
})

function sheetOf({ name, protected: locked, cells }: ContractSheet): BookSheet {
  const placed = Object.entries(cells).map(([address, { value, open = false, format = 'General' }]) => {
    const cell: BookCell = { value, format, style: '', locked: !open }
    return { ...placeAt(address), cell }
  })
  return withCells({ ...emptySheet(name), protected: locked }, placed)
}

function emptySheet(name: string): BookSheet {
  return {
    name,
    columns: [],
    heights: [],
    rows: [],
    merges: [],
    frozen: { rows: 0, columns: 0 },
    protected: false,
    continues: false,
  }
}

function valuesOf(book: MemoryBook, name: string) {
  const rows = book.state().sheets.find((sheet) => sheet.name === name)?.rows ?? []
  const values = rows.map((row) => row.map((cell) => cell?.value ?? ''))
  const width = Math.max(0, ...values.map((row) => row.findLastIndex((value) => value !== '') + 1))
  const height = values.findLastIndex((row) => row.some((value) => value !== '')) + 1
  return values.slice(0, height).map((row) => Array.from({ length: width }, (_cell, column) => row[column] ?? ''))
}

function placeAt(address: string): Place {
  const place = fromA1(address)
  if (!place) throw new Error(address)
  return place
}
