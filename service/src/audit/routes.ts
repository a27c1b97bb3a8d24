import { Hono } from 'hono'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Env } from '../access/guard.ts'
import type { Database } from '../db/schema.ts'
import type { Campaign } from '../register/store.ts'
import { validated } from '../validated.ts'
import { auditEntries, chainHead } from './store.ts'

export interface AuditDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
}

const count = (most: number) => z.coerce.number().int().min(0).max(most)
const querySchema = z.object({
  after: count(Number.MAX_SAFE_INTEGER).default(0),
  limit: count(500).default(100),
  subject: z.string().max(200).optional(),
})

/** The log, a page at a time, with the head to note elsewhere. */
export function auditRoutes({ db, campaign }: AuditDeps) {
  return new Hono<Env>().get('/', validated('query', querySchema), async (c) => {
    const { after, limit, subject } = c.req.valid('query')
    const entries = await auditEntries(db, campaign.id, { after, limit, ...(subject === undefined ? {} : { subject }) })
    c.header('Cache-Control', 'no-store')
    return c.json({
      head: await chainHead(db, campaign.id),
      entries: entries.map(({ seq, at, actor, action, reason, hash, ...rest }) => ({
        seq,
        at,
        actor,
        action,
        subject: rest.subject,
        before: parsed(rest.before),
        after: parsed(rest.after),
        reason,
        hash,
      })),
    })
  })
}

const parsed = (text: string | null): unknown => (text === null ? null : JSON.parse(text))
