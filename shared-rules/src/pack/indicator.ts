import { z } from 'zod'
import { amountText, numberText } from '../decimal-text.ts'
import { measureSchema } from '../measures/measure.ts'
import { figureSchema } from '../figures/figure.ts'
import { clause, excludedUnit, factKey, identifier, label } from './identifier.ts'

/**
 * For a unit without a target. Offices differ, so each indicator says which.
 *
 * `leave-out` the others' points are raised to the full mark · `nothing` 0 points of the weight · `full-weight` ·
 * `group-mean` what the units with a task earned on average · `not-participating` the unit is not ranked · bonus-only: the
 * weight is left out, and what the unit did is scored by a measure of its own and added.
 */
export const noTaskSchema = z.union([
  z.enum(['leave-out', 'nothing', 'full-weight', 'group-mean', 'not-participating']),
  z.strictObject({ kind: z.literal('bonus-only'), measure: measureSchema }),
])
export type NoTask = Readonly<z.infer<typeof noTaskSchema>>

/** How the target asked for follows from the one issued. */
const askedSchema = z.strictObject({
  /** 调整后的任务: the key of the adjusted target; without one the unit keeps the initial target, or has no task. */
  adjusted: z.strictObject({ key: factKey, without: z.enum(['initial', 'no-task']) }).nullable(),
  /** 序时进度: the share of the year's target that is due by now (`0.5` at 任务过半); null asks for all of it. */
  share: numberText.nullable(),
})
export type Asked = Readonly<z.infer<typeof askedSchema>>

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
  /** Only where something else than the issued target is asked for. */
  asked: askedSchema.optional(),
  actual: figureSchema,
  measure: measureSchema.nullable(),
  noTask: noTaskSchema,
  /** Units that take no part in this indicator: as no task, never as zero. */
  excluded: z.array(excludedUnit),
})
export type Indicator = Readonly<z.infer<typeof indicatorSchema>>
