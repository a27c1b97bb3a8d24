import { z } from 'zod'
import { rectificationSchema } from './store.ts'
import { filingStateSchema } from './table.ts'

const shownSchema = rectificationSchema.extend({ state: filingStateSchema }).meta({ id: 'Rectification' })

export const rectificationAnswers = {
  'GET /api/v1/rectifications': z.strictObject({ rectifications: z.array(shownSchema) }),
  'POST /api/v1/rectifications/:rectification/filing': z.strictObject({ rectification: shownSchema }),
}
