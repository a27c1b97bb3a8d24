import { z } from 'zod'
import { columnIds, figureBoundSchema } from '../bound.ts'

export const atLeastSchema = z.strictObject({
  kind: z.literal('at-least'),
  columns: columnIds,
  bound: figureBoundSchema,
})
