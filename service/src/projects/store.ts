import type { Cells } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Database } from '../db/schema.ts'

export const projectDecisionKindSchema = z.enum(['admitted', 'declined', 'removed'])

/** 入库、不予入库、移出: the word of the bureau that keeps the library, or of the office. */
export interface ProjectDecision {
  readonly project: string
  readonly unit: string
  readonly kind: z.infer<typeof projectDecisionKindSchema>
  /** The row as verified when the project was removed, and the last day of the window it was last reported for. */
  readonly cells: Cells | null
  readonly windowEnd: string | null
  readonly decider: string
  readonly reason: string
  readonly by: string
  readonly at: string
}

/** All decisions about projects, oldest first: of one unit, or of all. */
export async function projectDecisions(
  db: Kysely<Database>,
  { campaign, unit }: { campaign: string; unit?: string },
): Promise<readonly ProjectDecision[]> {
  const rows = await db
    .selectFrom('project_decision')
    .selectAll()
    .where('campaign', '=', campaign)
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
    .orderBy('seq')
    .execute()
  return rows.map(({ project, unit: of, kind, cells, window_end, decider, reason, decided_by, decided_at }) => ({
    project,
    unit: of,
    kind,
    cells: cells === null ? null : (JSON.parse(cells) as Cells),
    windowEnd: window_end,
    decider,
    reason,
    by: decided_by,
    at: decided_at,
  }))
}

export async function addProjectDecision(
  db: Kysely<Database>,
  { cells, windowEnd, by, at, ...rest }: ProjectDecision & { readonly campaign: string; readonly account: string },
): Promise<void> {
  const stored = cells && JSON.stringify(cells)
  await db
    .insertInto('project_decision')
    .values({ ...rest, cells: stored, window_end: windowEnd, decided_by: by, decided_at: at })
    .execute()
}
