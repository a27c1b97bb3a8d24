import { z } from 'zod'
import { columnIds } from '../bound.ts'

export const notBelowPreviousSchema = z.strictObject({ kind: z.literal('not-below-previous'), columns: columnIds })
