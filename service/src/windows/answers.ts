import { z } from 'zod'
import { reportWindowSchema } from '../register/windows.ts'
import { reopeningSchema, windowLockSchema } from './access.ts'

export const windowAnswers = {
  'GET /api/v1/windows': z.strictObject({
    windows: z.array(
      reportWindowSchema.extend({ locked: windowLockSchema.nullable(), reopenings: z.array(reopeningSchema) }),
    ),
  }),
  'POST /api/v1/windows/:window/lock': z.strictObject({ lock: windowLockSchema }),
  'POST /api/v1/windows/:window/reopenings': z.strictObject({ reopening: reopeningSchema }),
}
