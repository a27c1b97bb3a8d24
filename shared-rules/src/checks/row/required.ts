import { z } from 'zod'
import { columnIds } from '../bound.ts'
import { failed, passed, textOf, type Finding, type Row } from './row.ts'

export const requiredSchema = z.strictObject({ kind: z.literal('required'), columns: columnIds })
type Required = Readonly<z.infer<typeof requiredSchema>>

/** Each cell holds something other than white space. */
export function required(check: Required, row: Row): readonly Finding[] {
  return check.columns.map((column) => ({
    columns: [column],
    outcome: textOf(row.cells, column) === '' ? failed({}) : passed,
  }))
}
