import { z } from 'zod'
import { columnId, decimalText } from '../bound.ts'

export const sumsToSchema = z.strictObject({
  kind: z.literal('sums-to'),
  columns: z.array(columnId).min(2),
  total: decimalText,
})
