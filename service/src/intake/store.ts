import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { Database } from '../db/schema.ts'
import type { Finding } from './finding.ts'

/** Files handed in together by one account, for one window. */
export const batchSchema = z.strictObject({
  id: z.string(),
  window: z.string(),
  receivedAt: z.string(),
  expiresAt: z.string(),
})
export type Batch = Described<typeof batchSchema>

/** One file of a batch, without its content. */
export interface Entry {
  readonly seq: number
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly sha256: string
  readonly finding: Finding
  /** Number of the receipt, once it was accepted. */
  readonly receipt: string | null
}

export interface NewEntry extends Omit<Entry, 'receipt'> {
  readonly content: Uint8Array
}

/** Where batches of this account lie: nobody else sees them. */
export interface Owner {
  readonly campaign: string
  readonly account: string
}

export async function addBatch(
  db: Kysely<Database>,
  { campaign, account }: Owner,
  { id, window, receivedAt, expiresAt }: Batch,
  entries: readonly NewEntry[],
): Promise<void> {
  await db
    .insertInto('intake_batch')
    .values({ id, campaign, account, window, received_at: receivedAt, expires_at: expiresAt })
    .execute()
  for (const { seq, name, size, sha256, finding, content } of entries) {
    await db
      .insertInto('intake_entry')
      .values({
        batch: id,
        seq,
        name,
        size,
        sha256,
        content: Buffer.from(content).toString('base64'),
        finding: JSON.stringify(finding),
      })
      .execute()
  }
}

/** The account's batches that are still there, the latest first. */
export async function batchesOf(db: Kysely<Database>, owner: Owner, now: Date): Promise<readonly Batch[]> {
  const rows = await unexpired(db, owner, now).orderBy('received_at', 'desc').orderBy('id', 'desc').execute()
  return rows.map(toBatch)
}

export async function findBatch(db: Kysely<Database>, owner: Owner, id: string, now: Date): Promise<Batch | undefined> {
  const row = await unexpired(db, owner, now).where('id', '=', id).executeTakeFirst()
  return row && toBatch(row)
}

export async function entriesOf(db: Kysely<Database>, batch: string): Promise<readonly Entry[]> {
  const rows = await db
    .selectFrom('intake_entry')
    .select(['seq', 'name', 'size', 'sha256', 'finding', 'receipt'])
    .where('batch', '=', batch)
    .orderBy('seq')
    .execute()
  return rows.map(({ finding, ...row }) => ({ ...row, finding: JSON.parse(finding) as Finding }))
}

export async function contentOf(db: Kysely<Database>, batch: string, seq: number): Promise<Buffer> {
  const { content } = await db
    .selectFrom('intake_entry')
    .select('content')
    .where('batch', '=', batch)
    .where('seq', '=', seq)
    .executeTakeFirstOrThrow()
  return Buffer.from(content, 'base64')
}

/** What all files of the account that are still there weigh, in bytes. */
export async function storedBytes(db: Kysely<Database>, { campaign, account }: Owner, now: Date): Promise<number> {
  const row = await db
    .selectFrom('intake_entry')
    .innerJoin('intake_batch', 'intake_batch.id', 'intake_entry.batch')
    .select(({ fn }) => fn.sum('intake_entry.size').as('bytes'))
    .where('intake_batch.campaign', '=', campaign)
    .where('intake_batch.account', '=', account)
    .where('intake_batch.expires_at', '>', now.toISOString())
    .executeTakeFirst()
  return Number(row?.bytes ?? 0)
}

/** Puts right what was found in a file that was not accepted yet. */
export async function setFinding(db: Kysely<Database>, batch: string, seq: number, finding: Finding): Promise<void> {
  await entry(db, batch, seq)
    .set({ finding: JSON.stringify(finding) })
    .where('receipt', 'is', null)
    .execute()
}

export async function setReceipt(db: Kysely<Database>, batch: string, seq: number, receipt: string): Promise<void> {
  await entry(db, batch, seq).set({ receipt }).execute()
}

/** Forgets files whose time is over. What was accepted of them is a report and stays. */
export async function dropExpired(db: Kysely<Database>, campaign: string, now: Date): Promise<void> {
  const rows = await db
    .selectFrom('intake_batch')
    .select('id')
    .where('campaign', '=', campaign)
    .where('expires_at', '<=', now.toISOString())
    .execute()
  for (const { id } of rows) {
    await db.deleteFrom('intake_entry').where('batch', '=', id).execute()
    await db.deleteFrom('intake_batch').where('id', '=', id).execute()
  }
}

const entry = (db: Kysely<Database>, batch: string, seq: number) =>
  db.updateTable('intake_entry').where('batch', '=', batch).where('seq', '=', seq)

const unexpired = (db: Kysely<Database>, { campaign, account }: Owner, now: Date) =>
  db
    .selectFrom('intake_batch')
    .select(['id', 'window', 'received_at', 'expires_at'])
    .where('campaign', '=', campaign)
    .where('account', '=', account)
    .where('expires_at', '>', now.toISOString())

const toBatch = (row: { id: string; window: string; received_at: string; expires_at: string }): Batch => ({
  id: row.id,
  window: row.window,
  receivedAt: row.received_at,
  expiresAt: row.expires_at,
})
