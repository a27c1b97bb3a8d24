import { z } from 'zod'
import { columnId, decimalText } from '../bound.ts'

export const totalAtMostSchema = z.strictObject({
  kind: z.literal('total-at-most'),
  column: columnId,
  target: z.string().min(1),
  times: decimalText,
})
