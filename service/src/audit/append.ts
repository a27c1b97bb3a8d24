import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { chainStart, entryHash, type AuditAction } from './entry.ts'
import type { ChainHead } from './verify-chain.ts'

/** A change, as the one who makes it tells it: who, when, old → new, why. */
export interface Change {
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
 * there without the other.
 */
export async function appendAudit(
  trx: Kysely<Database>,
  { campaign, ...change }: Change & { readonly campaign: string },
): Promise<void> {
  await appendChanges(trx, campaign, [change])
}

/** Appends several changes to a campaign's log, in this order. The chain's row is written first, which makes appends wait for each other. */
export async function appendChanges(
  trx: Kysely<Database>,
  campaign: string,
  changes: readonly Change[],
): Promise<void> {
  const { length, head } =
    (await countUp(trx, campaign, changes.length)) ?? (await begin(trx, campaign, changes.length))
  let previous = head
  const entries = changes.map((change, at) => {
    const content = {
      campaign,
      seq: length - changes.length + at + 1,
      at: change.at.toISOString(),
      actor: change.actor,
      action: change.action,
      subject: change.subject,
      before: textOf(change.before),
      after: textOf(change.after),
      reason: change.reason ?? null,
      previous,
    }
    previous = entryHash(content)
    return { ...content, hash: previous }
  })
  await trx.insertInto('audit_entry').values(entries).execute()
  await trx.updateTable('audit_chain').set({ head: previous }).where('campaign', '=', campaign).execute()
}

/** Makes room for so many lines: the new length, and the hash of the line they follow. Undefined before the first line. */
async function countUp(trx: Kysely<Database>, campaign: string, lines: number): Promise<ChainHead | undefined> {
  return trx
    .updateTable('audit_chain')
    .set(({ eb }) => ({ length: eb('length', '+', lines) }))
    .where('campaign', '=', campaign)
    .returning(['length', 'head'])
    .executeTakeFirst()
}

async function begin(trx: Kysely<Database>, campaign: string, lines: number): Promise<ChainHead> {
  const head = chainStart(campaign)
  await trx
    .insertInto('audit_chain')
    .values({ campaign, length: 0, head })
    .onConflict((conflict) => conflict.column('campaign').doNothing())
    .execute()
  return (await countUp(trx, campaign, lines)) ?? { length: lines, head }
}

const textOf = (value: unknown): string | null => (value === undefined || value === null ? null : JSON.stringify(value))
