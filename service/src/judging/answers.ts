import { z } from 'zod'
import { judgeScoreSchema, panelSchema } from './store.ts'

const shownPanelSchema = panelSchema
  .extend({
    /** How many candidates each judge has given points. */
    progress: z.array(z.strictObject({ judge: z.string(), given: z.int() })),
    given: z.array(judgeScoreSchema),
  })
  .meta({ id: 'Panel' })
const panel = z.strictObject({ panel: shownPanelSchema })

export const judgingAnswers = {
  'GET /api/v1/panels': z.strictObject({ panels: z.array(shownPanelSchema) }),
  'POST /api/v1/panels': panel,
  'POST /api/v1/panels/:panel/scores': panel,
  'POST /api/v1/panels/:panel/closing': panel,
}
