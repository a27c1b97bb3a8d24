import { z } from 'zod'
import { evidenceFileSchema } from './evidence-file.ts'

const evidence = z.strictObject({ evidence: evidenceFileSchema })

export const evidenceAnswers = {
  'GET /api/v1/evidence': z.strictObject({ evidence: z.array(evidenceFileSchema) }),
  'POST /api/v1/evidence': evidence,
  'POST /api/v1/evidence/:evidence/withdrawal': evidence,
}
