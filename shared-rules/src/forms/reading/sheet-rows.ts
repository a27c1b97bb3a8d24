import { toA1 } from '../addresses.ts'
import type { TableBinding } from '../recognition/binding.ts'
import { cellText } from './cell-text.ts'
import type { Column } from '../form.ts'
import type { Cells } from '../record.ts'
import type { CellAddress, CellValue, SheetSnapshot, WorkbookSnapshot } from '../snapshot.ts'

/** Columns whose cells make up the record. */
export function isReported({ role }: Column): boolean {
  return role === 'input' || role === 'note' || role === 'number'
}

/** One row of a sheet, its cells by position on the sheet. */
export interface SheetRow {
  /** Counted from zero on the sheet. */
  readonly row: number
  readonly at: (position: number) => CellValue
  /** The row as it was read, which is the same array where nothing changed. */
  readonly values: readonly CellValue[]
  /** The position of its first value. */
  readonly left: number
}

export function sheetOf(snapshot: WorkbookSnapshot, { sheet }: TableBinding): SheetSnapshot | undefined {
  return snapshot.sheets.find(({ name }) => name === sheet)
}

/** The rows under the heads of a table. */
export function rowsOf(sheet: SheetSnapshot | undefined, { firstRow }: TableBinding): readonly SheetRow[] {
  if (!sheet) return []
  return sheet.values
    .map((values, index) => ({
      row: sheet.top + index,
      at: (position: number) => values[position - sheet.left] ?? '',
      values,
      left: sheet.left,
    }))
    .filter(({ row }) => row >= firstRow)
}

/** The row's cells as a record keeps them. */
export function readCells(columns: readonly Column[], row: SheetRow, binding: TableBinding): Cells {
  const cells: Record<string, string | null> = {}
  for (const column of columns) {
    const position = binding.columns[column.id]
    cells[column.id] = position === undefined ? null : cellText(row.at(position), column)
  }
  return cells
}

export function addressIn({ sheet }: TableBinding, row: number, position: number): CellAddress {
  return { sheet, address: toA1(row, position) }
}
