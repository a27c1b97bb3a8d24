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
    }))
    .filter(({ row }) => row >= firstRow)
}

/** The row's cells as a record keeps them; tells `placed` where each stands. */
export function readCells(
  columns: readonly Column[],
  row: SheetRow,
  binding: TableBinding,
  placed: (column: string, address: CellAddress) => void,
): Cells {
  const cells: Record<string, string | null> = {}
  for (const column of columns) {
    const position = binding.columns[column.id]
    cells[column.id] = position === undefined ? null : cellText(row.at(position), column)
    if (position !== undefined) placed(column.id, addressIn(binding, row.row, position))
  }
  return cells
}

export function addressIn({ sheet }: TableBinding, row: number, position: number): CellAddress {
  return { sheet, address: toA1(row, position) }
}
