import { z } from 'zod'
import { columnIds, dayBoundSchema } from '../bound.ts'

export const notBeforeSchema = z.strictObject({
  kind: z.literal('not-before'),
  columns: columnIds,
  bound: dayBoundSchema,
})
