import { z } from 'zod'
import { columnIds, figureBoundSchema } from '../bound.ts'
import { figuresAgainst } from './against.ts'
import type { Finding, Row } from './row.ts'

export const atLeastSchema = z.strictObject({
  kind: z.literal('at-least'),
  columns: columnIds,
  bound: figureBoundSchema,
})
type AtLeast = Readonly<z.infer<typeof atLeastSchema>>

/** Each figure reaches the bound; the bound itself is enough. */
export function atLeast(check: AtLeast, row: Row): readonly Finding[] {
  return figuresAgainst(check.columns, check.bound, row, (difference) => difference >= 0)
}
