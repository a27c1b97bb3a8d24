import { z } from 'zod'
import { columnIds, figureBoundSchema } from '../bound.ts'
import { figuresAgainst } from './against.ts'
import type { Finding, Row } from './row.ts'

export const differsFromSchema = z.strictObject({
  kind: z.literal('differs-from'),
  columns: columnIds,
  bound: figureBoundSchema,
})
type DiffersFrom = Readonly<z.infer<typeof differsFromSchema>>

/** Each figure is another than the bound: a report equal to its target to the last digit deserves a second look. */
export function differsFrom(check: DiffersFrom, row: Row): readonly Finding[] {
  return figuresAgainst(check.columns, check.bound, row, (difference) => difference !== 0)
}
