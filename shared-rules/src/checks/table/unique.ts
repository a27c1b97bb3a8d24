import { z } from 'zod'
import { columnIds } from '../bound.ts'

export const uniqueSchema = z.strictObject({ kind: z.literal('unique'), columns: columnIds })
