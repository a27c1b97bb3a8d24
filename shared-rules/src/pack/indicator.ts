import { z } from 'zod'
import { amountText } from '../decimal-text.ts'
import { measureSchema } from '../measures/measure.ts'
import { figureSchema } from './figure.ts'
import { clause, excludedUnit, factKey, identifier, label } from './identifier.ts'

/**
 * For a unit without a target. Offices differ, so each indicator says which.
 *
 * `leave-out` the others' points are raised to the full mark · `nothing` 0 points of the weight · `full-weight` ·
 * `group-mean` what the units with a task earned on average · `bonus-only` the weight is left out and what the unit did earns points all the same, with
 * no weight behind it · `not-participating` the unit is not ranked.
 */
export const noTaskSchema = z.enum([
  'leave-out',
  'nothing',
  'full-weight',
  'group-mean',
  'bonus-only',
  'not-participating',
])
export type NoTask = z.infer<typeof noTaskSchema>

/** One thing a unit is measured by. */
export const indicatorSchema = z.strictObject({
  id: identifier,
  title: label,
  /** 万元, 个, %. */
  unit: z.string().max(20),
  clause,
  /** `pending`: announced, not yet handed down. Visible, without weight and measure, never zero. */
  status: z.enum(['issued', 'pending']),
  /** `relative` points depend on the other units and are settled by a ranking. */
  scope: z.enum(['own-data', 'relative']),
  dataOwner: identifier,
  verifiers: z.array(identifier),
  /** Points by pool; `0` for what is only added or taken off. A pool without an entry is not measured by this. */
  weights: z.record(identifier, amountText),
  /** Key into `facts.targets`; null where there is nothing to reach. */
  target: factKey.nullable(),
  actual: figureSchema,
  measure: measureSchema.nullable(),
  noTask: noTaskSchema,
  /** Units that take no part in this indicator: as no task, never as zero. */
  excluded: z.array(excludedUnit),
})
export type Indicator = Readonly<z.infer<typeof indicatorSchema>>
