import { z } from 'zod'
import { columnIds, dayBoundSchema } from '../bound.ts'

export const notAfterSchema = z.strictObject({
  kind: z.literal('not-after'),
  columns: columnIds,
  bound: dayBoundSchema,
})
