import { z } from 'zod'
import { findingSchema } from './store.ts'

export const findingAnswers = {
  'GET /api/v1/findings': z.strictObject({ findings: z.array(findingSchema) }),
  'POST /api/v1/findings': z.strictObject({ finding: findingSchema }),
  'POST /api/v1/findings/:finding/reply': z.strictObject({ replied: z.literal(true) }),
  'POST /api/v1/findings/:finding/lifting': z.strictObject({ lifted: z.literal(true) }),
}
