import { z } from 'zod'
import { columnId } from '../bound.ts'
import { failed, passed } from '../row/row.ts'
import type { Table, TableFinding } from './table.ts'

export const filledTableSchema = z.strictObject({
  kind: z.literal('filled-table'),
  /** The cell to lead to: the first row's. */
  column: columnId,
})
type FilledTable = Readonly<z.infer<typeof filledTableSchema>>

/** The ledger has at least one row: an empty ledger and a report of nothing done are two different things. */
export function filledTable(check: FilledTable, table: Table): readonly TableFinding[] {
  const outcome = table.rows.length > 0 ? passed : failed({})
  return [{ places: [{ index: 0, column: check.column }], outcome }]
}
