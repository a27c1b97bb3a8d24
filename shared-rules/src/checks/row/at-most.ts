import { z } from 'zod'
import { columnIds, figureBoundSchema } from '../bound.ts'
import { figuresAgainst } from './against.ts'
import type { Finding, Row } from './row.ts'

export const atMostSchema = z.strictObject({ kind: z.literal('at-most'), columns: columnIds, bound: figureBoundSchema })
type AtMost = Readonly<z.infer<typeof atMostSchema>>

/** Each figure stays within the bound; the bound itself is allowed. */
export function atMost(check: AtMost, row: Row): readonly Finding[] {
  return figuresAgainst(check.columns, check.bound, row, (difference) => difference <= 0)
}
