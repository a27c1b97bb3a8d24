import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { chainStart, entryHash, type AuditAction } from './entry.ts'

/** A change, as the one who makes it tells it: who, when, old → new, why. */
export interface Change {
  readonly campaign: string
  readonly actor: string
  readonly at: Date
  readonly action: AuditAction
  readonly subject: string
  readonly before?: unknown
  readonly after?: unknown
  readonly reason?: string | null
}

/**
 * Appends a change to its campaign's log. Called inside the transaction that makes the change, so that neither is ever
 * there without the other. The chain's row is written first, which makes appends wait for each other.
 */
export async function appendAudit(trx: Kysely<Database>, change: Change): Promise<void> {
  const { campaign, actor, action, subject } = change
  await trx
    .insertInto('audit_chain')
    .values({ campaign, length: 0, head: chainStart(campaign) })
    .onConflict((conflict) => conflict.column('campaign').doNothing())
    .execute()
  const { length: seq, head: previous } = await trx
    .updateTable('audit_chain')
    .set(({ eb }) => ({ length: eb('length', '+', 1) }))
    .where('campaign', '=', campaign)
    .returning(['length', 'head'])
    .executeTakeFirstOrThrow()
  const content = {
    campaign,
    seq,
    at: change.at.toISOString(),
    actor,
    action,
    subject,
    before: textOf(change.before),
    after: textOf(change.after),
    reason: change.reason ?? null,
    previous,
  }
  const hash = entryHash(content)
  await trx
    .insertInto('audit_entry')
    .values({ ...content, hash })
    .execute()
  await trx.updateTable('audit_chain').set({ head: hash }).where('campaign', '=', campaign).execute()
}

const textOf = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))
