import { z } from 'zod'
import { exact, numberText } from '../decimal-text.ts'
import { compare, type Exact } from '../exact.ts'

/** Where something begins; `inclusive` takes the bound itself in (以上包括本数). */
export const boundSchema = z.strictObject({ from: numberText, inclusive: z.boolean() })
export type Bound = Readonly<z.infer<typeof boundSchema>>

export function reaches({ from, inclusive }: Bound): (value: Exact) => boolean {
  const bound = exact(from)
  return inclusive ? (value) => compare(value, bound) >= 0 : (value) => compare(value, bound) > 0
}
