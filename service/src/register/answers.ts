import { packSchema, unitSchema, type Pack } from '@kaohe/shared-rules'
import { z } from 'zod'
import { roleSchema } from '../access/rules.ts'
import { reopeningSchema, windowLockSchema } from '../windows/access.ts'
import { reportWindowSchema } from './windows.ts'

/** Named, because what a pack is made of has no name outside the shared rules. */
export interface PackAnswer {
  readonly pack: Pack
  readonly hash: string
}
const pack: z.ZodType<PackAnswer> = z.strictObject({ pack: packSchema.meta({ id: 'Pack' }), hash: z.string() })

export const registerAnswers = {
  'GET /api/v1/me': z.strictObject({
    account: z.strictObject({
      username: z.string(),
      name: z.string(),
      role: roleSchema,
      unit: unitSchema.nullable(),
      passwordChange: z.boolean(),
    }),
    clock: z.strictObject({ now: z.string(), demo: z.boolean() }),
    campaign: z.strictObject({ id: z.string(), title: z.string(), year: z.int() }),
    windows: z.array(
      reportWindowSchema.extend({ locked: windowLockSchema.nullable(), reopened: reopeningSchema.nullable() }),
    ),
    window: z.string().nullable(),
  }),
  'GET /api/v1/pack': pack,
  'GET /api/v1/units': z.array(unitSchema),
}
