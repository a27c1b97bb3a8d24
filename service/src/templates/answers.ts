import { z } from 'zod'
import { formGridSchema, gridSheetSchema } from '../contract/shapes/forms.ts'
import { differencesSchema } from './differences.ts'
import { unfoundHeadSchema } from './proposal.ts'

const listedSchema = z.strictObject({
  id: z.string(),
  form: z.string(),
  name: z.string(),
  sha256: z.string(),
  uploadedAt: z.string(),
  version: z.int().nullable(),
  document: z.string().nullable(),
  confirmedAt: z.string().nullable(),
})
const viewedSchema = listedSchema
  .extend({
    binding: z.strictObject({
      sheet: z.string(),
      columns: z.array(
        z.strictObject({ column: z.string(), head: z.array(z.string()), address: z.string(), text: z.string() }),
      ),
    }),
    unfound: z.array(unfoundHeadSchema),
    differences: differencesSchema,
    annex: z.array(gridSheetSchema),
    /** As it would be issued; null while a column that is needed has no place. */
    issued: formGridSchema.nullable(),
  })
  .meta({ id: 'Template' })
const template = z.strictObject({ template: viewedSchema })

export const templateAnswers = {
  'GET /api/v1/templates': z.strictObject({ templates: z.array(listedSchema) }),
  'POST /api/v1/templates': template,
  'GET /api/v1/templates/:template': template,
  'POST /api/v1/templates/:template/binding': template,
  'POST /api/v1/templates/:template/confirmation': template,
}
