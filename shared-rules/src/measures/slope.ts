import { z } from 'zod'
import { exact, numberText } from '../decimal-text.ts'
import { compare, divide, least, multiply, subtract, wholePart, zero, type Exact } from '../exact.ts'
import { worthOf, worthSchema } from './worth.ts'

/** Whether a step that was begun counts: not at all, whole, or in proportion. */
export const partStepsSchema = z.enum(['drop', 'count-whole', 'pro-rata'])

/** So much for each step past a point. */
export const slopeSchema = z.strictObject({
  /** Steps are counted from here. */
  from: numberText,
  /** The width of a step; above zero. */
  per: numberText,
  each: worthSchema,
  partSteps: partStepsSchema,
  /** No more than this in all; null is unbounded. */
  most: worthSchema.nullable(),
})
export type Slope = Readonly<z.infer<typeof slopeSchema>>

export interface Climb {
  readonly steps: Exact
  readonly change: Exact
}

/** How far a distance climbs. What does not pass `from` climbs nothing. */
export function climber({ from, per, each, partSteps, most }: Slope): (distance: Exact, weight: Exact) => Climb {
  const [start, width, worth, limit] = [exact(from), exact(per), worthOf(each), most && worthOf(most)]
  return (distance, weight) => {
    if (compare(distance, start) <= 0) return { steps: zero, change: zero }
    const passed = divide(subtract(distance, start), width)
    const steps = partSteps === 'pro-rata' ? passed : wholePart(passed, partSteps)
    const change = multiply(steps, worth(weight))
    return { steps, change: limit ? least(change, limit(weight)) : change }
  }
}
