import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { chainStart, type AuditEntry } from './entry.ts'
import type { ChainHead } from './verify-chain.ts'

/** Lines of a campaign's log, oldest first. */
export async function auditEntries(
  db: Kysely<Database>,
  campaign: string,
  { after = 0, limit, subject }: { after?: number; limit?: number; subject?: string } = {},
): Promise<readonly AuditEntry[]> {
  return db
    .selectFrom('audit_entry')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('seq', '>', after)
    .$if(subject !== undefined, (query) => query.where('subject', '=', subject ?? ''))
    .orderBy('seq')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute()
}

/** How many lines were written, and the hash of the last. */
export async function chainHead(db: Kysely<Database>, campaign: string): Promise<ChainHead> {
  const row = await db
    .selectFrom('audit_chain')
    .select(['length', 'head'])
    .where('campaign', '=', campaign)
    .executeTakeFirst()
  return row ?? { length: 0, head: chainStart(campaign) }
}
