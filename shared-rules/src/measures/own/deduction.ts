import { z } from 'zod'
import { isNegative, least, multiply, subtract, zero } from '../../exact.ts'
import { onBasis } from '../basis.ts'
import { scored, step, undecided } from '../points.ts'
import type { OwnRunner } from '../situation.ts'
import { worthOf, worthSchema } from '../worth.ts'

export const deductionSchema = z.strictObject({
  kind: z.literal('deduction'),
  /** Counting down from the weight, or from zero (weight `0`: the points are taken off the total). */
  from: z.enum(['weight', 'zero']),
  /** For each one counted: a missing report, an unregistered project. */
  each: worthSchema,
  /** No more than this is taken off; null takes off whatever it comes to. */
  most: worthSchema.nullable(),
})
export type Deduction = Readonly<z.infer<typeof deductionSchema>>

/**
 * 扣分 (F15)：(weight or 0) − min(most, actual × each). A count below zero cannot be read.
 *
 * 3 months without a report, 1 分 each, at most 12 (招商绩效表): −3 分.
 */
export function deduction({ from, each, most }: Deduction): OwnRunner {
  const one = worthOf(each)
  const limit = most && worthOf(most)
  return onBasis('actual', (actual, { weight }, seen) => {
    if (isNegative(actual)) return undecided({ kind: 'actual', key: '' })
    const due = multiply(actual, one(weight))
    const taken = limit ? least(due, limit(weight)) : due
    const points = subtract(from === 'weight' ? weight : zero, taken)
    return scored(points, seen, step('each', one(weight)), step('taken-off', taken))
  })
}
