import { sql, type Kysely, type Selectable } from 'kysely'
import type { VerificationDecisionTable } from '../db/report-tables.ts'
import type { Database } from '../db/schema.ts'
import type { Adjustment, Decision } from './decision.ts'

export interface NewDecision extends Omit<Decision, 'seq'> {
  readonly campaign: string
  readonly account: string
}

/** The latest decision of each bureau on each item, for every content the item has had: of one unit, or of all. */
export async function latestDecisions(
  db: Kysely<Database>,
  { campaign, unit }: { campaign: string; unit?: string },
): Promise<readonly Decision[]> {
  const ordered = db
    .selectFrom('verification_decision')
    .selectAll()
    .select(sql<number>`row_number() over (partition by bureau, unit, form, item, content order by seq desc)`.as('age'))
    .where('campaign', '=', campaign)
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
  const rows = await db.selectFrom(ordered.as('ordered')).selectAll().where('age', '=', 1).orderBy('seq').execute()
  return rows.map(toDecision)
}

/** Every decision ever made on a form of a unit, or on one item of it, latest first. */
export async function decisionHistory(
  db: Kysely<Database>,
  { campaign, unit, form, item }: { campaign: string; unit: string; form: string; item?: string },
): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom('verification_decision')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('unit', '=', unit)
    .where('form', '=', form)
    .$if(item !== undefined, (query) => query.where('item', '=', item ?? ''))
    .orderBy('seq', 'desc')
    .execute()
  return rows.map(toDecision)
}

export async function addDecisions(db: Kysely<Database>, decisions: readonly NewDecision[]): Promise<void> {
  if (decisions.length === 0) return
  await db
    .insertInto('verification_decision')
    .values(
      decisions.map(({ windowEnd, adjustment, by, at, ...rest }) => ({
        ...rest,
        window_end: windowEnd,
        adjustment: adjustment && JSON.stringify(adjustment),
        decided_by: by,
        decided_at: at,
      })),
    )
    .execute()
}

function toDecision(row: Selectable<VerificationDecisionTable>): Decision {
  const { seq, bureau, unit, form, item, content, verdict, report, window, reason } = row
  return {
    seq,
    bureau,
    unit,
    form,
    item,
    content,
    verdict,
    report,
    window,
    windowEnd: row.window_end,
    adjustment: row.adjustment === null ? null : (JSON.parse(row.adjustment) as Adjustment),
    reason,
    by: row.decided_by,
    at: row.decided_at,
  }
}
