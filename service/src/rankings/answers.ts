import { z } from 'zod'
import { packNameSchema } from '../contract/shapes/scores.ts'
import { pageOfSchema } from '../paging.ts'
import { rankedRowSchema } from './ranking.ts'

export const rankingAnswers = {
  'GET /api/v1/rankings': z.strictObject({
    window: z.string(),
    pool: z.string(),
    provisional: z.literal(true),
    pack: packNameSchema,
    runAt: z.string(),
    indicators: z.array(z.strictObject({ id: z.string(), title: z.string(), weight: z.string().nullable() })),
    ...pageOfSchema(rankedRowSchema).shape,
  }),
}
