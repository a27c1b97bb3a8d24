import { z } from 'zod'
import { formGridSchema } from '../contract/shapes/forms.ts'

export const formAnswers = {
  'GET /api/v1/forms': z.array(
    z.strictObject({
      id: z.string(),
      annex: z.string(),
      title: z.string(),
      template: z.int(),
      fileName: z.string(),
    }),
  ),
  'GET /api/v1/forms/:form/grid': formGridSchema,
}
