import { z } from 'zod'
import { nameOf } from '../match-rows.ts'
import { failed, passed } from '../row/row.ts'
import type { Table, TableFinding } from './table.ts'

export const rowsKeptSchema = z.strictObject({ kind: z.literal('rows-kept') })

/** Every row of the report before is still there. A report is cumulative, so what is missing was dropped. */
export function rowsKept(_check: z.infer<typeof rowsKeptSchema>, table: Table): readonly TableFinding[] {
  if (table.lost.length === 0) return [{ places: [], outcome: passed }]
  const names = table.lost.map((cells) => `「${nameOf(table.ledger, cells)}」`).join('、')
  return [{ places: [], outcome: failed({ names, count: `${table.lost.length}` }) }]
}
