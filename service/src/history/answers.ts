import { z } from 'zod'
import { receiptSchema } from '../reports/receipt.ts'
import { fillingSchema } from '../reports/report-state.ts'
import { shownDecisionSchema } from '../verification/queue.ts'

const { number, form, window, receivedAt, timeliness } = receiptSchema.shape
/** Null once the account is gone. */
const by = z.string().nullable()

export const historyAnswers = {
  'GET /api/v1/history': z.strictObject({
    reports: z.array(z.strictObject({ number, form, window, receivedAt, timeliness, by, state: fillingSchema })),
  }),
  'GET /api/v1/history/:form': z.strictObject({
    entries: z.array(
      z.strictObject({
        number,
        window,
        receivedAt,
        by,
        value: z.string().nullable(),
        reasons: z.array(z.string()),
        decisions: z.array(shownDecisionSchema),
      }),
    ),
  }),
}
