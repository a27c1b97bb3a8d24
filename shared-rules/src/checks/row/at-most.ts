import { z } from 'zod'
import { columnIds, figureBoundSchema } from '../bound.ts'

export const atMostSchema = z.strictObject({ kind: z.literal('at-most'), columns: columnIds, bound: figureBoundSchema })
