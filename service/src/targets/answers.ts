import { z } from 'zod'
import { targetDifferenceSchema } from './differences.ts'
import { reconciliationSchema } from './reconcile.ts'
import { targetDraftSchema, targetIssueSchema, targetsByUnitSchema } from './store.ts'
import { targetKeySchema } from './target-keys.ts'

const reconciliation = z.array(reconciliationSchema)
const differences = z.array(targetDifferenceSchema)
/** Beside the draft, what it would change of the issue in force. */
const draft = z.strictObject({
  draft: targetDraftSchema,
  reconciliation,
  from: z.int().nullable(),
  differences,
})

export const targetAnswers = {
  'GET /api/v1/targets': z.strictObject({
    day: z.string(),
    inForce: z.int().nullable(),
    keys: z.array(targetKeySchema),
    issues: z.array(targetIssueSchema),
  }),
  'GET /api/v1/targets/:issue': z.strictObject({
    issue: targetIssueSchema,
    targets: targetsByUnitSchema,
    reconciliation,
  }),
  'GET /api/v1/targets/:issue/differences': z.strictObject({ from: z.int(), to: z.int(), differences }),
  'GET /api/v1/target-drafts': z.strictObject({ drafts: z.array(targetDraftSchema.omit({ targets: true })) }),
  'GET /api/v1/target-drafts/:draft': draft,
  'POST /api/v1/target-drafts': draft,
  'POST /api/v1/target-drafts/:draft/approval': draft,
  'POST /api/v1/target-drafts/:draft/issue': z.strictObject({ issue: targetIssueSchema }),
  'POST /api/v1/target-drafts/:draft/withdrawal': draft,
}
