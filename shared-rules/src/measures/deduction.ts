import { z } from 'zod'
import { isNegative, least, multiply, subtract, zero } from '../exact.ts'
import { onActual } from './basis.ts'
import { step, undecided } from './points.ts'
import type { Runner } from './situation.ts'
import { worthOf, worthSchema } from './worth.ts'

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
 * 扣分：(weight or 0) − min(most, actual × each). A count below zero cannot be read.
 *
 * 3 months without a report, 1 point each, at most 12: −3.
 */
export function deduction({ from, each, most }: Deduction): Runner {
  const one = worthOf(each)
  const limit = most && worthOf(most)
  return (situation) =>
    onActual(situation, (actual) => {
      if (isNegative(actual)) return undecided({ kind: 'actual', key: '' })
      const { weight } = situation
      const due = multiply(actual, one(weight))
      const taken = limit ? least(due, limit(weight)) : due
      return {
        status: 'scored',
        points: subtract(from === 'weight' ? weight : zero, taken),
        working: [step('actual', actual), step('each', one(weight)), step('taken-off', taken)],
      }
    })
}
