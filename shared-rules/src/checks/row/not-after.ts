import { z } from 'zod'
import { columnIds, dayBoundSchema } from '../bound.ts'
import { daysAgainst } from './against.ts'
import type { Finding, Row } from './row.ts'

export const notAfterSchema = z.strictObject({
  kind: z.literal('not-after'),
  columns: columnIds,
  bound: dayBoundSchema,
})
type NotAfter = Readonly<z.infer<typeof notAfterSchema>>

/** Each day is the bound or earlier. */
export function notAfter(check: NotAfter, row: Row): readonly Finding[] {
  return daysAgainst(check.columns, check.bound, row, (difference) => difference <= 0)
}
