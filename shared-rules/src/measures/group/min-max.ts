import { z } from 'zod'
import { add, divide, greatest, isZero, least, multiply, subtract, type Exact } from '../../exact.ts'
import { basisName, basisSchema, lookAt } from '../basis.ts'
import { scored, step, type Points } from '../points.ts'
import type { GroupRunner } from '../situation.ts'
import { worthOf, worthSchema } from '../worth.ts'
import { amongPeers, missingPeersSchema, type Member } from './peers.ts'

export const minMaxSchema = z.strictObject({
  kind: z.literal('min-max'),
  basis: basisSchema,
  /** Which end is the good one. */
  best: z.enum(['high', 'low']),
  /** For the worst and for the best of the group; the others lie between, in proportion. */
  worstGets: worthSchema,
  bestGets: worthSchema,
  /** All values equal, which the formula leaves at 0⁄0. */
  allEqual: worthSchema,
  /** A group of one. */
  alone: worthSchema,
  missing: missingPeersSchema,
})
export type MinMax = Readonly<z.infer<typeof minMaxSchema>>

/**
 * 功效系数 (F9)：worst + (best − worst) × (x − min) ⁄ (max − min) within the pool.
 *
 * 高安 2021, 60 to 100: values 100, 250, 400 score 60, 80, 100 分.
 */
export function minMax({ basis, best, worstGets, bestGets, allEqual, alone, missing }: MinMax): GroupRunner {
  const [low, high, equal, single] = [worthOf(worstGets), worthOf(bestGets), worthOf(allEqual), worthOf(alone)]
  const name = basisName(basis)

  return amongPeers(lookAt(basis), missing, (members) => {
    const [smallest, largest] = ends(members)
    if (!smallest || !largest) return []
    const spread = subtract(largest, smallest)
    const [worst, top] = best === 'high' ? [smallest, largest] : [largest, smallest]
    return members.map(({ situation: { weight }, x }): Points => {
      const seen = step(name, x)
      if (members.length === 1) return scored(single(weight), seen, step('alone', single(weight)))
      if (isZero(spread)) return scored(equal(weight), seen, step('all-equal', equal(weight)))
      const share = divide(subtract(x, worst), subtract(top, worst))
      const points = add(low(weight), multiply(share, subtract(high(weight), low(weight))))
      return scored(points, seen, step('worst', worst), step('best', top), step('counted', share))
    })
  })
}

function ends(members: readonly Member[]): readonly [Exact | undefined, Exact | undefined] {
  const values = members.map(({ x }) => x)
  const [first] = values
  return first ? [values.reduce(least, first), values.reduce(greatest, first)] : [undefined, undefined]
}
