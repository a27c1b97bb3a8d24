import { z } from 'zod'
import { deductionSchema } from './deduction.ts'
import { linearSchema } from './linear.ts'
import { perItemSchema } from './per-item.ts'

export const measureSchema = z.discriminatedUnion('kind', [linearSchema, perItemSchema, deductionSchema])
export type Measure = Readonly<z.infer<typeof measureSchema>>
