import type { Kysely, Selectable } from 'kysely'
import type { EvidenceFileTable } from '../db/evidence-tables.ts'
import type { Database } from '../db/schema.ts'
import type { EvidencePlace, StoredEvidence } from './evidence-file.ts'
import { mediaTypeSchema } from './media-type.ts'

/** Files of a campaign, of one unit's, of one form's, in the order in which they came; without their bytes. */
export async function evidenceOf(
  db: Kysely<Database>,
  { campaign, unit, form }: { readonly campaign: string; readonly unit?: string; readonly form?: string | undefined },
): Promise<readonly StoredEvidence[]> {
  const rows = await db
    .selectFrom('evidence_file')
    .selectAll()
    .where('campaign', '=', campaign)
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
    .$if(form !== undefined, (query) => query.where('form', '=', form ?? ''))
    .orderBy('seq')
    .execute()
  return rows.map(toEvidence)
}

export async function findEvidence(
  db: Kysely<Database>,
  campaign: string,
  id: string,
): Promise<StoredEvidence | undefined> {
  const row = await db
    .selectFrom('evidence_file')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toEvidence(row)
}

/** The file with these bytes that stands for this item, if one does. */
export async function standingEvidence(
  db: Kysely<Database>,
  campaign: string,
  { unit, form, item }: EvidencePlace,
  sha256: string,
): Promise<StoredEvidence | undefined> {
  const row = await db
    .selectFrom('evidence_file')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('unit', '=', unit)
    .where('form', '=', form)
    .where('item', '=', item)
    .where('sha256', '=', sha256)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  return row && toEvidence(row)
}

/** So much of a file lies in one row: a copy of a store reads a hundred rows at a time. */
export const pieceBytes = 128 * 1024

export interface NewEvidence extends Omit<StoredEvidence, 'withdrawn'> {
  readonly campaign: string
  readonly account: string
}

/** Enters a file. A unique violation says that the same bytes stand for the item already. */
export async function addEvidence(
  db: Kysely<Database>,
  { mediaType, addedBy, addedAt, ...file }: NewEvidence,
  content: Uint8Array,
): Promise<void> {
  await db
    .insertInto('evidence_file')
    .values({ ...file, media_type: mediaType, added_by: addedBy, added_at: addedAt })
    .execute()
  for (let at = 0; at < content.length; at += pieceBytes) {
    const bytes = content.subarray(at, at + pieceBytes)
    await db
      .insertInto('evidence_piece')
      .values({ file: file.id, seq: at / pieceBytes, bytes })
      .execute()
  }
}

export async function withdrawEvidence(
  db: Kysely<Database>,
  id: string,
  { at, by, reason }: NonNullable<StoredEvidence['withdrawn']>,
): Promise<void> {
  await db
    .updateTable('evidence_file')
    .set({ withdrawn_at: at, withdrawn_by: by, withdrawal_reason: reason })
    .where('id', '=', id)
    .execute()
}

/** The bytes of a file piece by piece, each read when it is asked for: however slowly they are taken, no connection waits. */
export async function* piecesOf(db: Kysely<Database>, file: string): AsyncGenerator<Uint8Array, void> {
  for (let seq = 0; ; seq += 1) {
    const row = await db
      .selectFrom('evidence_piece')
      .select('bytes')
      .where('file', '=', file)
      .where('seq', '=', seq)
      .executeTakeFirst()
    if (!row) return
    yield row.bytes
  }
}

/** How many files stand for an item, and what all of a unit's weigh, those withdrawn included. */
export async function fillOf(
  db: Kysely<Database>,
  campaign: string,
  { unit, form, item }: EvidencePlace,
): Promise<{ readonly files: number; readonly bytes: number }> {
  const { files } = await db
    .selectFrom('evidence_file')
    .select(({ fn }) => fn.countAll<number>().as('files'))
    .where('campaign', '=', campaign)
    .where('unit', '=', unit)
    .where('form', '=', form)
    .where('item', '=', item)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  const { bytes } = await db
    .selectFrom('evidence_file')
    .select(({ fn }) => fn.sum('size').as('bytes'))
    .where('campaign', '=', campaign)
    .where('unit', '=', unit)
    .executeTakeFirstOrThrow()
  return { files, bytes: Number(bytes ?? 0) }
}

function toEvidence(row: Selectable<EvidenceFileTable>): StoredEvidence {
  const { id, unit, form, ledger, item, name, size, sha256, withdrawn_at: at, withdrawn_by: by } = row
  return {
    id,
    unit,
    form,
    ledger,
    item,
    name,
    mediaType: mediaTypeSchema.parse(row.media_type),
    size,
    sha256,
    addedBy: row.added_by,
    addedAt: row.added_at,
    withdrawn: at !== null && by !== null ? { at, by, reason: row.withdrawal_reason ?? '' } : null,
  }
}
