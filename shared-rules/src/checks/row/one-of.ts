import { z } from 'zod'
import { columnId } from '../bound.ts'

export const oneOfSchema = z.strictObject({
  kind: z.literal('one-of'),
  column: columnId,
  values: z.array(z.string().min(1)).min(1),
})
