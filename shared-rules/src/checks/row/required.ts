import { z } from 'zod'
import { columnIds } from '../bound.ts'

export const requiredSchema = z.strictObject({ kind: z.literal('required'), columns: columnIds })
