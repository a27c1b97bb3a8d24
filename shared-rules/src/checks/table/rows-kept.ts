import { z } from 'zod'
import { columnId, columnIds } from '../bound.ts'

export const rowsKeptSchema = z.strictObject({
  kind: z.literal('rows-kept'),
  /** The number the service issued; a row that has none is known by `identity`. */
  number: columnId,
  identity: columnIds,
})
