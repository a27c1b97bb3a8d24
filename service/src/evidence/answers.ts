import { z } from 'zod'
import { evidenceFileSchema } from './evidence-file.ts'

const evidence = z.strictObject({ evidence: evidenceFileSchema })

export const evidenceAnswers = {
  'GET /api/v1/evidence': z.strictObject({
    evidence: z.array(evidenceFileSchema),
    /** What a file may weigh, in bytes: on a slow line nobody waits only to be told. */
    largestFile: z.int(),
  }),
  'POST /api/v1/evidence': evidence,
  'POST /api/v1/evidence/:evidence/withdrawal': evidence,
}
