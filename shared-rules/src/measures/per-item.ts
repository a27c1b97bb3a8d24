import { z } from 'zod'
import { numberText } from '../decimal-text.ts'
import { conditionSchema } from '../condition.ts'
import { factorSchema } from '../pack/figure.ts'
import { worthSchema } from './worth.ts'

const field = z.string().min(1).max(64)

/** What one item earns; the parts of an item add up. */
const partSchema = z.discriminatedUnion('kind', [
  /** So many points where every condition holds. */
  z.strictObject({ kind: z.literal('fixed'), where: z.array(conditionSchema), points: numberText }),
  /** By size, through a table of `sizeTiers`. `highest`: one item takes one tier only; `every`: each tier it reaches. */
  z.strictObject({ kind: z.literal('tier'), field, tiers: z.string(), takes: z.enum(['highest', 'every']) }),
  /** `points` × of ⁄ to, at most `cap` of them: 60 × 完成投资 ⁄ 年度计划. */
  z.strictObject({
    kind: z.literal('proportion'),
    of: field,
    to: field,
    points: numberText,
    cap: numberText.nullable(),
  }),
  /** `at` points for the value `from`, and `points` more for each `per` above it: 第一名 100，每后一名 −3. */
  z.strictObject({
    kind: z.literal('slope'),
    field,
    from: numberText,
    at: numberText,
    per: numberText,
    points: numberText,
  }),
])

export const perItemSchema = z.strictObject({
  kind: z.literal('per-item'),
  ledger: field,
  where: z.array(conditionSchema),
  each: z.array(partSchema).min(1).max(12),
  /** Each item's points times these fields: split shares between units. */
  times: z.array(factorSchema).max(3),
  combine: z.enum(['sum', 'mean', 'best']),
  cap: worthSchema.nullable(),
  floor: worthSchema.nullable(),
})
export type PerItem = Readonly<z.infer<typeof perItemSchema>>
