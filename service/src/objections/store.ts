import type { Kysely, Selectable } from 'kysely'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { Database } from '../db/schema.ts'
import type { ObjectionTable } from '../db/project-tables.ts'

/** 异议: a unit's word against a figure that a bureau gave, and the bureau's answer. */
export const objectionSchema = z
  .strictObject({
    /** `2019-O01`. */
    number: z.string(),
    unit: z.string(),
    indicator: z.string(),
    window: z.string(),
    /** The figure objected to. */
    value: z.string(),
    statement: z.string(),
    by: z.string(),
    at: z.string(),
    /** 采纳 or 维持, with the answer; the bureau gives another figure by itself, in the usual way. */
    outcome: z.enum(['upheld', 'rejected']).nullable(),
    answer: z.string().nullable(),
    answeredBy: z.string().nullable(),
    answeredAt: z.string().nullable(),
  })
  .meta({ id: 'Objection' })
export type Objection = Described<typeof objectionSchema>

export async function objectionsOf(
  db: Kysely<Database>,
  { campaign, unit }: { campaign: string; unit?: string },
): Promise<readonly Objection[]> {
  const rows = await db
    .selectFrom('objection')
    .selectAll()
    .where('campaign', '=', campaign)
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
    .orderBy('raised_at')
    .orderBy('number')
    .execute()
  return rows.map(toObjection)
}

export async function addObjection(
  db: Kysely<Database>,
  { number, unit, indicator, window, value, statement, by, at, campaign, account }: Objection & Made,
): Promise<void> {
  const raised = { raised_by: by, raised_at: at }
  await db
    .insertInto('objection')
    .values({ number, campaign, unit, indicator, window, value, statement, account, ...raised })
    .execute()
}

interface Made {
  readonly campaign: string
  readonly account: string
}

export async function answerObjection(
  db: Kysely<Database>,
  number: string,
  { outcome, answer, by, at }: { outcome: 'upheld' | 'rejected'; answer: string; by: string; at: string },
): Promise<void> {
  const answered = { outcome, answer, answered_by: by, answered_at: at }
  await db.updateTable('objection').set(answered).where('number', '=', number).execute()
}

function toObjection(row: Selectable<ObjectionTable>): Objection {
  const { number, unit, indicator, window, value, statement, outcome, answer } = row
  return {
    number,
    unit,
    indicator,
    window,
    value,
    statement,
    by: row.raised_by,
    at: row.raised_at,
    outcome: outcome === 'upheld' || outcome === 'rejected' ? outcome : null,
    answer,
    answeredBy: row.answered_by,
    answeredAt: row.answered_at,
  }
}
