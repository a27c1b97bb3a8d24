import { rubricSchema, type Rubric } from '@kaohe/shared-rules'
import { sql, type Kysely, type Selectable } from 'kysely'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { JudgingPanelTable } from '../db/project-tables.ts'
import type { Database } from '../db/schema.ts'

/** 评分组: named judges, the candidates of one award and the rubric they go by. */
export const panelSchema = z.strictObject({
  /** `2019-P01`. */
  number: z.string(),
  award: z.string(),
  rubric: rubricSchema,
  /** Ids of units. */
  candidates: z.array(z.string()),
  /** User names. */
  judges: z.array(z.string()),
  decider: z.string(),
  reason: z.string(),
  openedBy: z.string(),
  openedAt: z.string(),
  closedBy: z.string().nullable(),
  closedAt: z.string().nullable(),
  /** By unit, once closed. */
  scores: z.record(z.string(), z.string()).nullable(),
})
export type Panel = Described<typeof panelSchema>

/** What one judge gave one candidate; the latest counts. */
export const judgeScoreSchema = z.strictObject({
  panel: z.string(),
  judge: z.string(),
  unit: z.string(),
  points: z.record(z.string(), z.string()),
  note: z.string().nullable(),
  at: z.string(),
})
export type JudgeScore = Described<typeof judgeScoreSchema>

export async function panelsOf(db: Kysely<Database>, campaign: string): Promise<readonly Panel[]> {
  const rows = await db
    .selectFrom('judging_panel')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('opened_at')
    .orderBy('number')
    .execute()
  return rows.map(toPanel)
}

export async function addPanel(
  db: Kysely<Database>,
  { campaign, account, ...panel }: Panel & { readonly campaign: string; readonly account: string },
): Promise<void> {
  const { number, award, rubric, candidates, judges, decider, reason, openedBy, openedAt } = panel
  const lists = {
    rubric: JSON.stringify(rubric),
    candidates: JSON.stringify(candidates),
    judges: JSON.stringify(judges),
  }
  const opened = { account, opened_by: openedBy, opened_at: openedAt }
  await db
    .insertInto('judging_panel')
    .values({ number, campaign, award, decider, reason, ...lists, ...opened })
    .execute()
}

export async function closePanel(
  db: Kysely<Database>,
  number: string,
  { scores, by, at }: { scores: Readonly<Record<string, string>>; by: string; at: string },
): Promise<void> {
  const closed = { scores: JSON.stringify(scores), closed_by: by, closed_at: at }
  await db.updateTable('judging_panel').set(closed).where('number', '=', number).execute()
}

export async function addScore(
  db: Kysely<Database>,
  { points, at, ...rest }: JudgeScore & { readonly account: string },
): Promise<void> {
  await db
    .insertInto('judge_score')
    .values({ ...rest, points: JSON.stringify(points), given_at: at })
    .execute()
}

/** Of each judge and candidate of a panel the latest. */
export async function scoresOf(db: Kysely<Database>, panel: string): Promise<readonly JudgeScore[]> {
  const ordered = db
    .selectFrom('judge_score')
    .selectAll()
    .select(sql<number>`row_number() over (partition by judge, unit order by seq desc)`.as('age'))
    .where('panel', '=', panel)
  const rows = await db.selectFrom(ordered.as('ordered')).selectAll().where('age', '=', 1).orderBy('seq').execute()
  return rows.map(({ panel: of, judge, unit, points, note, given_at }) => ({
    panel: of,
    judge,
    unit,
    points: JSON.parse(points) as Record<string, string>,
    note,
    at: given_at,
  }))
}

/** The panel that counts for each award: the one closed last. */
export function closedPanels(panels: readonly Panel[]): readonly Panel[] {
  const byAward = new Map<string, Panel>()
  for (const panel of panels.filter(({ scores }) => scores !== null)) {
    const known = byAward.get(panel.award)
    if (!known || (known.closedAt ?? '') <= (panel.closedAt ?? '')) byAward.set(panel.award, panel)
  }
  return [...byAward.values()]
}

function toPanel(row: Selectable<JudgingPanelTable>): Panel {
  const { number, award, decider, reason } = row
  return {
    number,
    award,
    rubric: JSON.parse(row.rubric) as Rubric,
    candidates: JSON.parse(row.candidates) as string[],
    judges: JSON.parse(row.judges) as string[],
    decider,
    reason,
    openedBy: row.opened_by,
    openedAt: row.opened_at,
    closedBy: row.closed_by,
    closedAt: row.closed_at,
    scores: row.scores === null ? null : (JSON.parse(row.scores) as Record<string, string>),
  }
}
