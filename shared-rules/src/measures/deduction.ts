import { z } from 'zod'
import { worthSchema } from './worth.ts'

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
