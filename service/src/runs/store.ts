import { sql, type Kysely, type Selectable } from 'kysely'
import type { Assessment } from '@kaohe/shared-rules'
import type { Role } from '../access/rules.ts'
import type { RunTable } from '../db/run-tables.ts'
import type { Database } from '../db/schema.ts'
import type { AwardDecision, Run, RunInputs } from './run.ts'

/** What a list says of a run: all but what it was computed from and to. */
export type RunHead = Pick<
  Run,
  'number' | 'title' | 'window' | 'status' | 'hash' | 'draftedAt' | 'signedAt' | 'publishedAt'
>

/** Runs of a campaign, oldest first: read from an index that holds no more of them. */
export async function runsOf(db: Kysely<Database>, campaign: string): Promise<readonly RunHead[]> {
  return db
    .selectFrom('run')
    .select(['number', 'title', 'window', 'status', 'hash'])
    .select(['drafted_at as draftedAt', 'signed_at as signedAt', 'published_at as publishedAt'])
    .where('campaign', '=', campaign)
    .orderBy('number')
    .execute()
}

export async function findRun(db: Kysely<Database>, campaign: string, number: string): Promise<Run | undefined> {
  const row = await db
    .selectFrom('run')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && toRun(row)
}

export async function countRuns(db: Kysely<Database>, campaign: string): Promise<number> {
  const { count } = await db
    .selectFrom('run')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('campaign', '=', campaign)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function addRun(db: Kysely<Database>, campaign: string, run: Run): Promise<void> {
  await db
    .insertInto('run')
    .values({
      number: run.number,
      campaign,
      window: run.window,
      title: run.title,
      pack: run.pack,
      engine: run.engine,
      inputs: JSON.stringify(run.inputs),
      result: JSON.stringify(run.result),
      hash: run.hash,
      drafted_by: run.draftedBy,
      drafted_at: run.draftedAt,
      status: run.status,
    })
    .execute()
}

export async function signRun(
  db: Kysely<Database>,
  number: string,
  { decider, document, seal, role, at }: { decider: string; document: string; seal: string; role: Role; at: string },
): Promise<void> {
  const signed = { status: 'signed' as const, decider, document, seal, signed_at: at, signer_role: role }
  await db.updateTable('run').set(signed).where('number', '=', number).execute()
}

export async function publishRun(db: Kysely<Database>, number: string, at: string): Promise<void> {
  await db.updateTable('run').set({ status: 'published', published_at: at }).where('number', '=', number).execute()
}

/** What has been decided about the awards of a run: the latest for each. */
export async function awardDecisions(db: Kysely<Database>, run: string): Promise<readonly AwardDecision[]> {
  const ordered = db
    .selectFrom('run_award')
    .selectAll()
    .select(sql<number>`row_number() over (partition by award order by seq desc)`.as('age'))
    .where('run', '=', run)
  const rows = await db.selectFrom(ordered.as('ordered')).selectAll().where('age', '=', 1).orderBy('award').execute()
  return rows.map(({ award, count, chosen, decider, reason, decided_at }) => ({
    award,
    count,
    chosen: JSON.parse(chosen) as string[],
    decider,
    reason,
    at: decided_at,
  }))
}

export async function addAwardDecision(
  db: Kysely<Database>,
  { run, account, chosen, at, ...rest }: AwardDecision & { run: string; account: string },
): Promise<void> {
  await db
    .insertInto('run_award')
    .values({ ...rest, run, account, chosen: JSON.stringify(chosen), decided_at: at })
    .execute()
}

function toRun(row: Selectable<RunTable>): Run {
  const { number, window, title, pack, engine, hash, status, decider, document, seal } = row
  return {
    number,
    window,
    title,
    pack,
    engine,
    inputs: JSON.parse(row.inputs) as RunInputs,
    result: JSON.parse(row.result) as Assessment,
    hash,
    draftedBy: row.drafted_by,
    draftedAt: row.drafted_at,
    status,
    decider,
    document,
    seal,
    signedAt: row.signed_at,
    signedAs: row.signer_role === 'leader' ? 'leader' : row.signed_at === null ? null : 'office',
    publishedAt: row.published_at,
  }
}
