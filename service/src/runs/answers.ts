import { z } from 'zod'
import { comparisonSchema } from '../contract/shapes/awards.ts'
import { waysUpSchema } from '../contract/shapes/ways-up.ts'
import { causeSchema, unitChangeSchema } from './changes.ts'
import { runPageSchema } from './rows.ts'
import { runViewSchema } from './run-view.ts'
import { unitWorkingSchema } from './unit-working.ts'
import { reexecutionSchema } from './verify-runs.ts'

const run = z.strictObject({ run: runViewSchema })

export const runAnswers = {
  'GET /api/v1/runs': z.strictObject({
    runs: z.array(
      runViewSchema
        .pick({ number: true, window: true, title: true, status: true, hash: true, draftedAt: true, publishedAt: true })
        .extend({ signedAt: z.string().nullable() }),
    ),
  }),
  'POST /api/v1/runs': run,
  'GET /api/v1/runs/:run': run,
  'GET /api/v1/runs/:run/rankings/:pool': z.strictObject({ page: runPageSchema }),
  'GET /api/v1/runs/:run/units/:unit': unitWorkingSchema,
  'GET /api/v1/runs/:run/units/:unit/ways-up': waysUpSchema,
  'GET /api/v1/runs/:run/changes': z.strictObject({
    from: z.string(),
    to: z.string(),
    causes: z.array(causeSchema),
    changes: z.array(unitChangeSchema),
  }),
  'POST /api/v1/runs/:run/simulation': z.strictObject({ comparison: comparisonSchema }),
  'GET /api/v1/runs/:run/reexecution': reexecutionSchema,
  'POST /api/v1/runs/:run/awards/:award': run,
  'POST /api/v1/runs/:run/signature': run,
  'POST /api/v1/runs/:run/publication': run,
}
