import { z } from 'zod'
import { columnId } from '../bound.ts'

export const filledTableSchema = z.strictObject({
  kind: z.literal('filled-table'),
  /** The cell to lead to: the first row's. */
  column: columnId,
})
