import {
  calculateFormulas,
  type CellLike,
  type WorkbookLike,
  type WorksheetLike,
} from '@cj-tech-master/excelts/formula'
import type { CellValue } from '@kaohe/shared-rules'
import { cellKey, usedArea, type FakeBook, type FakeCell, type FakeSheet } from './model.ts'

/** Computes all formulas anew, as Excel does after each change. Recalculated cells raise no change event there either. */
export function recalculate(book: FakeBook): void {
  const formulas = book.sheets.flatMap((sheet) =>
    [...sheet.cells.values()].filter((cell) => cell.formula !== undefined),
  )
  if (formulas.length === 0) return
  calculateFormulas(engineBook(book))
}

function engineBook(book: FakeBook): WorkbookLike {
  const worksheets = book.sheets.map(engineSheet)
  return {
    worksheets,
    getWorksheet: (key) => worksheets.find((sheet) => sheet.id === key || sheet.name === key),
    definedNames: {
      getAllNames: () => book.names.map(({ name }) => ({ name })),
      getAllEntries: () => book.names.map(({ name, refersTo }) => ({ name, ranges: [refersTo] })),
    },
  }
}

/** The engine counts rows, columns and sheets from one. */
function engineSheet(sheet: FakeSheet, index: number): WorksheetLike {
  const rows = new Map<number, { cell: CellLike; column: number }[]>()
  for (const [key, cell] of sheet.cells) {
    const [row = 0, column = 0] = key.split(',').map(Number)
    const inRow = rows.get(row + 1) ?? []
    inRow.push({ cell: engineCell(cell, row + 1, column + 1), column: column + 1 })
    rows.set(row + 1, inRow)
  }
  const used = usedArea(sheet, false)
  const find = (row: number, column: number) => rows.get(row)?.find((entry) => entry.column === column)?.cell
  return {
    id: index + 1,
    name: sheet.name,
    dimensions: used
      ? { top: used.row + 1, left: used.column + 1, bottom: used.row + used.rows, right: used.column + used.columns }
      : null,
    eachRow(first: unknown, second?: unknown) {
      const visit = callback<[{ eachCell: (first: unknown, second?: unknown) => void }, number]>(first, second)
      for (const [number, cells] of [...rows].sort(([a], [b]) => a - b))
        visit(
          {
            eachCell(inner: unknown, other?: unknown) {
              const visitCell = callback<[CellLike, number]>(inner, other)
              for (const { cell, column } of cells) visitCell(cell, column)
            },
          },
          number,
        )
    },
    findCell: find,
    getCell: (row, column) => find(row, column) ?? engineCell(newCell(sheet, row - 1, column - 1), row, column),
  }
}

/** The engine passes options before its callback, or none. */
function callback<A extends readonly unknown[]>(first: unknown, second: unknown): (...args: A) => void {
  return (typeof first === 'function' ? first : second) as (...args: A) => void
}

function newCell(sheet: FakeSheet, row: number, column: number): FakeCell {
  const cell: FakeCell = { value: '', style: {} }
  sheet.cells.set(cellKey(row, column), cell)
  return cell
}

function engineCell(cell: FakeCell, row: number, column: number): CellLike {
  const formula = cell.formula
  return {
    row,
    col: column,
    type: formula !== undefined ? 6 : cell.value === '' ? 0 : 2,
    ...(formula === undefined ? {} : { formula }),
    model: formula === undefined ? {} : { formula },
    value: formula === undefined ? cell.value : { formula, result: cell.value },
    get result() {
      return cell.value
    },
    set result(value) {
      if (formula !== undefined) cell.value = plain(value)
    },
  }
}

function plain(value: CellLike['result']): CellValue {
  if (value === undefined) return 0
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569
  return typeof value === 'object' ? value.error : value
}
