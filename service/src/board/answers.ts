import { z } from 'zod'
import { pageOfSchema } from '../paging.ts'
import { reportWindowSchema } from '../register/windows.ts'
import { dutySchema } from '../units/contacts.ts'
import { windowLockSchema } from '../windows/access.ts'
import { boardRowSchema, completenessSchema } from './board.ts'

export const boardAnswers = {
  'GET /api/v1/board': z.strictObject({
    window: reportWindowSchema.extend({ locked: windowLockSchema.nullable() }),
    now: z.string(),
    completeness: completenessSchema,
    ...pageOfSchema(boardRowSchema).shape,
    contacts: z.record(z.string(), z.array(dutySchema)),
  }),
}
