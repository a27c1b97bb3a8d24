import { z } from 'zod'
import { recognitionNoteSchema } from '../contract/shapes/checks.ts'
import { formGridSchema } from '../contract/shapes/forms.ts'
import { turnedDownSchema } from './accept-entries.ts'
import { batchSchema } from './store.ts'
import { batchViewSchema } from './view.ts'

const batch = z.strictObject({ batch: batchViewSchema })

export const intakeAnswers = {
  'GET /api/v1/intake': z.strictObject({ batches: z.array(batchSchema) }),
  'POST /api/v1/intake': batch,
  'POST /api/v1/intake/grid': z.strictObject({
    grid: formGridSchema,
    recognised: z.string().nullable(),
    notes: z.array(recognitionNoteSchema),
  }),
  'GET /api/v1/intake/:batch': batch,
  'POST /api/v1/intake/:batch/entries/:entry': batch,
  'POST /api/v1/intake/:batch/acceptance': batch.extend({ turnedDown: z.array(turnedDownSchema) }),
}
