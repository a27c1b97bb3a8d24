import { z } from 'zod'
import { riskFlagSchema } from '../board/risk.ts'
import { queuedReportSchema, shownDecisionSchema, supplyPlaceSchema } from './queue.ts'
import { verifiedIndicatorSchema } from './assess-unit.ts'

const window = z.string()
const { indicator, reported, bureaus, disputed } = verifiedIndicatorSchema.shape

export const verificationAnswers = {
  'GET /api/v1/verifications': z.strictObject({
    bureau: z.string(),
    window,
    reports: z.array(queuedReportSchema),
    supplies: z.array(supplyPlaceSchema),
    flags: z.array(riskFlagSchema),
  }),
  'POST /api/v1/verifications': z.strictObject({ report: queuedReportSchema }),
  'POST /api/v1/verifications/supplies': z.strictObject({ window, supplied: z.int() }),
  'GET /api/v1/verifications/history': z.strictObject({
    decisions: z.array(
      shownDecisionSchema.extend({ item: z.string(), window: z.string(), report: z.string().nullable() }),
    ),
  }),
  'GET /api/v1/verifications/disputes': z.strictObject({
    window,
    disputes: z.array(
      z.strictObject({ unit: queuedReportSchema.shape.unit, indicator, reported, bureaus, items: disputed }),
    ),
  }),
}
