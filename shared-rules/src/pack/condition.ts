import { z } from 'zod'
import { decimalText } from '../decimal-text.ts'

const field = z.string().min(1).max(64)
const value = z.string().min(1).max(200)

/** One demand on an item of a ledger. `at-least` and `at-most` take the bound itself in (以上包括本数), `above` and `below` do not. */
export const conditionSchema = z.discriminatedUnion('op', [
  z.strictObject({ field, op: z.literal('equals'), value }),
  z.strictObject({ field, op: z.literal('differs'), value }),
  z.strictObject({ field, op: z.literal('one-of'), values: z.array(value).min(1) }),
  z.strictObject({ field, op: z.literal('at-least'), value: decimalText }),
  z.strictObject({ field, op: z.literal('at-most'), value: decimalText }),
  z.strictObject({ field, op: z.literal('above'), value: decimalText }),
  z.strictObject({ field, op: z.literal('below'), value: decimalText }),
  z.strictObject({ field, op: z.literal('on-or-after'), value: z.iso.date() }),
  z.strictObject({ field, op: z.literal('on-or-before'), value: z.iso.date() }),
  z.strictObject({ field, op: z.literal('filled') }),
  z.strictObject({ field, op: z.literal('empty') }),
])
export type Condition = Readonly<z.infer<typeof conditionSchema>>
