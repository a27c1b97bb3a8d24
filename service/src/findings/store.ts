import type { Pack } from '@kaohe/shared-rules'
import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { FindingTable } from '../db/run-tables.ts'
import type { Database } from '../db/schema.ts'

/** 认定: a veto of the pack found against a unit, with evidence and decider, and the unit's word on it. */
export const findingSchema = z
  .strictObject({
    /** `2019-F01`. */
    number: z.string(),
    unit: z.string(),
    veto: z.string(),
    evidence: z.string(),
    document: z.string(),
    decider: z.string(),
    recordedAt: z.string(),
    reply: z.string().nullable(),
    repliedAt: z.string().nullable(),
    liftedReason: z.string().nullable(),
    liftedAt: z.string().nullable(),
  })
  .meta({ id: 'Finding' })
export type Finding = Described<typeof findingSchema>

export async function findingsOf(
  db: Kysely<Database>,
  { campaign, unit }: { campaign: string; unit?: string },
): Promise<readonly Finding[]> {
  const rows = await db
    .selectFrom('finding')
    .selectAll()
    .where('campaign', '=', campaign)
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
    .orderBy('number')
    .execute()
  return rows.map(toFinding)
}

/** The flags that stand against each unit, as facts carry them. */
export async function standingFlags(
  db: Kysely<Database>,
  campaign: string,
  pack: Pack,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const flags = new Map<string, readonly string[]>()
  for (const { unit, veto, liftedAt } of await findingsOf(db, { campaign })) {
    const flag = pack.vetoes.find(({ id }) => id === veto)?.flag
    const known = flags.get(unit) ?? []
    if (flag !== undefined && liftedAt === null && !known.includes(flag)) flags.set(unit, [...known, flag].toSorted())
  }
  return flags
}

export async function addFinding(
  db: Kysely<Database>,
  { campaign, account, ...finding }: Finding & { campaign: string; account: string },
): Promise<void> {
  const { number, unit, veto, evidence, document, decider, recordedAt } = finding
  await db
    .insertInto('finding')
    .values({ number, campaign, unit, veto, evidence, document, decider, account, recorded_at: recordedAt })
    .execute()
}

export async function replyToFinding(db: Kysely<Database>, number: string, reply: string, at: string): Promise<void> {
  await db.updateTable('finding').set({ reply, replied_at: at }).where('number', '=', number).execute()
}

export async function liftFinding(db: Kysely<Database>, number: string, reason: string, at: string): Promise<void> {
  await db.updateTable('finding').set({ lifted_reason: reason, lifted_at: at }).where('number', '=', number).execute()
}

function toFinding(row: Selectable<FindingTable>): Finding {
  const { number, unit, veto, evidence, document, decider, reply } = row
  return {
    number,
    unit,
    veto,
    evidence,
    document,
    decider,
    recordedAt: row.recorded_at,
    reply,
    repliedAt: row.replied_at,
    liftedReason: row.lifted_reason,
    liftedAt: row.lifted_at,
  }
}
