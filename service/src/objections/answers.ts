import { z } from 'zod'
import { objectionSchema } from './store.ts'

export const objectionAnswers = {
  'GET /api/v1/objections': z.strictObject({ objections: z.array(objectionSchema) }),
  'POST /api/v1/objections': z.strictObject({ objection: objectionSchema }),
  'POST /api/v1/objections/:objection/answer': z.strictObject({ answered: z.literal(true) }),
}
