import { z } from 'zod'
import { columnIds, dayBoundSchema } from '../bound.ts'
import { daysAgainst } from './against.ts'
import type { Finding, Row } from './row.ts'

export const notBeforeSchema = z.strictObject({
  kind: z.literal('not-before'),
  columns: columnIds,
  bound: dayBoundSchema,
})
type NotBefore = Readonly<z.infer<typeof notBeforeSchema>>

/** Each day is the bound or later. */
export function notBefore(check: NotBefore, row: Row): readonly Finding[] {
  return daysAgainst(check.columns, check.bound, row, (difference) => difference >= 0)
}
