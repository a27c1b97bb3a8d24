import { sql, type Expression, type ExpressionBuilder, type Kysely, type Selectable, type SqlBool } from 'kysely'
import type { VerificationDecisionTable } from '../db/report-tables.ts'
import type { Database } from '../db/schema.ts'
import { wholeReport, type Adjustment, type Decision } from './decision.ts'
import type { Item } from './items.ts'

export interface NewDecision extends Omit<Decision, 'seq'> {
  readonly campaign: string
  readonly account: string
}

export interface DecisionScope {
  readonly campaign: string
  /** One unit's alone. */
  readonly unit?: string
}

/**
 * Of decisions about whole reports and of supplied figures the latest of each bureau: what holds whatever is reported. Written
 * out word by word, as it stands in the index `verification_decision_standing`: SQLite would not use it otherwise.
 */
export const standingDecisions = (db: Kysely<Database>, scope: DecisionScope): Promise<readonly Decision[]> =>
  latest(db, scope, () => sql`(item = ${sql.lit(wholeReport)} or verdict = 'supply')`)

/** The latest decision of each bureau on each item that is still what it was when it was decided about: the rest is history. */
export async function decisionsOnItems(
  db: Kysely<Database>,
  scope: DecisionScope,
  items: readonly Pick<Item, 'content'>[],
): Promise<readonly Decision[]> {
  const contents = [...new Set(items.map(({ content }) => content))]
  const found: Decision[] = []
  for (let at = 0; at < contents.length; at += contentsAtOnce) {
    const some = contents.slice(at, at + contentsAtOnce)
    found.push(...(await latest(db, scope, ({ eb }) => eb('content', 'in', some))))
  }
  return found
}

/** Both databases bound the number of parameters of a statement. */
const contentsAtOnce = 1000

async function latest(
  db: Kysely<Database>,
  { campaign, unit }: DecisionScope,
  wanted: (builder: ExpressionBuilder<Database, 'verification_decision'>) => Expression<SqlBool>,
): Promise<readonly Decision[]> {
  const ordered = db
    .selectFrom('verification_decision')
    .selectAll()
    .select(sql<number>`row_number() over (partition by bureau, unit, form, item, content order by seq desc)`.as('age'))
    .where('campaign', '=', campaign)
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
    .where(wanted)
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
