import type { Column } from '../form.ts'
import type { TableBinding } from '../recognition/binding.ts'
import { cellPath, type CellPath } from '../cell-path.ts'
import type { CellAddress } from '../snapshot.ts'
import type { Addresses } from './reading-memory.ts'
import { addressIn, isReported } from './sheet-rows.ts'

/** A table whose rows were found, counted from zero on the sheet. */
export interface PlacedTable {
  /** Undefined for the 分解表 itself. */
  readonly ledger?: string
  readonly columns: readonly Column[]
  readonly binding: TableBinding
  readonly rows: readonly number[]
}

/** All that the addresses of a table go by. */
export const placing = ({ ledger, binding: { sheet, columns }, rows }: PlacedTable) => [ledger, sheet, columns, rows]

/** Where each cell of the record stands. */
export function addressesOf(tables: readonly PlacedTable[]): Addresses {
  const addresses: Record<CellPath, CellAddress> = {}
  for (const { ledger, columns, binding, rows } of tables) {
    const placed = columns.filter(isReported).flatMap(({ id }) => {
      const position = binding.columns[id]
      return position === undefined ? [] : [{ id, position }]
    })
    rows.forEach((row, index) => {
      for (const { id, position } of placed) {
        const path = ledger === undefined ? cellPath(id) : cellPath(ledger, index, id)
        addresses[path] = addressIn(binding, row, position)
      }
    })
  }
  return addresses
}
