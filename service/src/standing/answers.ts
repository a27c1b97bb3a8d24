import { formRecordSchema, unitSchema } from '@kaohe/shared-rules'
import { z } from 'zod'
import { targetsSchema } from '../contract/shapes/forms.ts'
import { receiptSchema } from '../reports/receipt.ts'
import { verifiedIndicatorSchema } from '../verification/assess-unit.ts'
import { shownDecisionSchema } from '../verification/queue.ts'
import { formStateSchema } from './form-state.ts'

const { number, receivedAt, window, timeliness, numbers } = receiptSchema.shape
const standingFormSchema = z.strictObject({
  form: z.string(),
  template: z.int(),
  state: formStateSchema,
  /** The unit's latest report of the form, for this window or an earlier one. */
  submission: z.strictObject({ number, window, receivedAt, timeliness, record: formRecordSchema, numbers }).nullable(),
  returned: z.array(shownDecisionSchema.extend({ item: z.string() })),
})

export const standingAnswers = {
  'GET /api/v1/standing': z.strictObject({
    unit: unitSchema,
    targets: targetsSchema,
    archived: formRecordSchema.shape.ledgers,
    revision: z.string(),
    window: z.string().nullable(),
    forms: z.array(standingFormSchema),
    verification: z.array(
      verifiedIndicatorSchema
        .pick({ indicator: true, state: true, reported: true, verified: true, difference: true })
        .extend({ by: z.array(z.string()) }),
    ),
  }),
}
