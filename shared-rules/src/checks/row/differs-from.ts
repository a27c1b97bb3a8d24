import { z } from 'zod'
import { columnIds, figureBoundSchema } from '../bound.ts'

export const differsFromSchema = z.strictObject({
  kind: z.literal('differs-from'),
  columns: columnIds,
  bound: figureBoundSchema,
})
