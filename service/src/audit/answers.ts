import { z } from 'zod'

export const auditAnswers = {
  'GET /api/v1/audit': z.strictObject({
    head: z.strictObject({ length: z.int(), head: z.string() }),
    entries: z.array(
      z.strictObject({
        seq: z.int(),
        at: z.string(),
        actor: z.string(),
        action: z.string(),
        subject: z.string(),
        /** Before and after, in whatever shape the thing has. */
        before: z.unknown(),
        after: z.unknown(),
        reason: z.string().nullable(),
        hash: z.string(),
      }),
    ),
  }),
}
