import { z } from 'zod'
import { reconciliationSchema } from './reconcile.ts'
import { registrationSchema } from './store.ts'

export const registrationAnswers = {
  'GET /api/v1/registrations': reconciliationSchema.extend({ registrations: z.array(registrationSchema) }),
  'POST /api/v1/registrations': z.strictObject({ entered: z.int(), unchanged: z.int() }),
  'POST /api/v1/registrations/:code/match': z.strictObject({
    code: z.string(),
    project: z.string(),
    same: z.boolean(),
  }),
}
