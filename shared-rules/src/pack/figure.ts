import { z } from 'zod'
import { conditionSchema } from '../condition.ts'

const key = z.string().min(1).max(64)

/** A field that takes part in a product; as `percent`, 50 counts as 0.5. */
export const factorSchema = z.strictObject({ field: key, as: z.enum(['number', 'percent']) })

/** 填报数: the figure as reported (or verified) under a key of `facts.actuals`. */
const reportedSchema = z.strictObject({ kind: z.literal('reported'), key })

/** 台账计数: how many items of a ledger meet every condition. A typed count is never scored. */
const countSchema = z.strictObject({ kind: z.literal('count'), ledger: key, where: z.array(conditionSchema) })

/** 台账求和: Σ of the product of `of` over the items that meet every condition (金额 × 分成比例). */
const sumSchema = z.strictObject({
  kind: z.literal('sum'),
  ledger: key,
  of: z.array(factorSchema).min(1).max(4),
  where: z.array(conditionSchema),
})

/** Where an indicator's figure comes from. */
export const figureSchema = z.discriminatedUnion('kind', [reportedSchema, countSchema, sumSchema])
export type Figure = Readonly<z.infer<typeof figureSchema>>
