import type { Ledger } from '../form.ts'
import type { TableBinding } from '../recognition/binding.ts'
import { isCaption, isTotal } from '../recognition/head-text.ts'
import type { Cells } from '../record.ts'
import type { ReadingMemory } from './reading-memory.ts'
import { isReported, readCells, type SheetRow } from './sheet-rows.ts'

interface LedgerLine {
  /** Counted from zero on the sheet. */
  readonly row: number
  readonly cells: Cells
}

/** Rows in the order of the sheet, without blank ones and without lines that only look like rows. */
export function readLedger(
  ledger: Ledger,
  binding: TableBinding,
  rows: readonly SheetRow[],
  memory: ReadingMemory,
): readonly LedgerLine[] {
  const columns = ledger.columns.filter(isReported)
  const positions = columns.flatMap(({ id }) => binding.columns[id] ?? [])
  const read = (row: SheetRow): Cells | null => {
    const texts = positions.map((position) => String(row.at(position)).trim()).filter((text) => text !== '')
    const [first = ''] = texts
    const isRow = texts.length > 0 && !isTotal(first) && !(texts.length === 1 && isCaption(first))
    return isRow ? readCells(columns, row, binding) : null
  }
  const heads = JSON.stringify([
    ledger.id,
    columns.map(({ id, type }) => [id, type, binding.columns[id]]),
    rows[0]?.left,
  ])
  return rows.flatMap((row) => {
    const cells = memory.cells(heads, row.values, () => read(row))
    return cells ? [{ row: row.row, cells }] : []
  })
}
