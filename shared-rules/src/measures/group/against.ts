import { z } from 'zod'
import { add, compare, divide, greatest, isZero, least, ratio, zero, type Exact } from '../../exact.ts'
import { basisSchema, lookAt, type Basis } from '../basis.ts'
import type { Measure } from '../measure.ts'
import { scored, step, type Points } from '../points.ts'
import { runAll, type GroupRunner, type Runner } from '../situation.ts'
import { worthOf, worthSchema, type Worth } from '../worth.ts'
import { amongPeers, missingPeersSchema } from './peers.ts'

/** Measures each unit against the group instead of its own target. */
export interface Against {
  readonly kind: 'against'
  readonly basis: Basis
  readonly reference: 'mean' | 'median' | 'high' | 'low'
  readonly measure: Measure
  readonly alone: Worth
  readonly missing: 'withhold' | 'leave-out'
}

export const againstSchema = (measure: z.ZodType<Measure>) =>
  z.strictObject({
    kind: z.literal('against'),
    /** What is compared between the units: their figures, or their completion. */
    basis: basisSchema,
    /** Of the group, the unit itself included. */
    reference: z.enum(['mean', 'median', 'high', 'low']),
    /** Runs with the reference as target and the unit's value as actual. */
    measure,
    /** A group of one. */
    alone: worthSchema,
    missing: missingPeersSchema,
  })

/**
 * 与均值、最优值比较 (F10, F12)：any measure, with the mean (median, highest, lowest) of the pool in the place of the target.
 *
 * Linear against the highest, 20 分: values 80 and 100 score 16 and 20 分. A reference of zero is as a target of zero.
 */
export function against(
  { basis, reference, measure, alone, missing }: Against,
  runnerOf: (measure: Measure) => Runner,
): GroupRunner {
  const [runner, single] = [runnerOf(measure), worthOf(alone)]
  return amongPeers(lookAt(basis), missing, (members): readonly Points[] => {
    const target = references[reference](members.map(({ x }) => x))
    if (members.length === 1)
      return members.map(({ situation: { weight } }) => scored(single(weight), step('alone', single(weight))))
    const situations = members.map(({ situation, x }) => ({
      ...situation,
      target,
      actual: x,
      completion: isZero(target) ? null : divide(x, target),
    }))
    const seen = step(stepNames[reference], target)
    return runAll(runner, situations, true).map((points) =>
      points.status === 'scored' ? { ...points, working: [seen, ...points.working] } : points,
    )
  })
}

const stepNames = { mean: 'mean', median: 'median', high: 'best', low: 'worst' } as const

const two = ratio(2)

const references: Readonly<Record<Against['reference'], (values: readonly Exact[]) => Exact>> = {
  mean: (values) => divide(values.reduce(add, zero), ratio(Math.max(1, values.length))),
  median: (values) => {
    const sorted = values.toSorted(compare)
    const upper = sorted[Math.floor(sorted.length / 2)] ?? zero
    const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper
    return divide(add(lower, upper), two)
  },
  high: (values) => values.reduce(greatest, values[0] ?? zero),
  low: (values) => values.reduce(least, values[0] ?? zero),
}
