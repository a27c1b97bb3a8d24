import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { Database } from '../db/schema.ts'
import { shortfallSchema } from '../runs/shortfalls.ts'

/** What the unit states about a task it missed: cause, measures, by when, and its 表态. */
export const filingSchema = z.strictObject({
  cause: z.string(),
  measures: z.string(),
  /** Day by which the task will be met. */
  completeBy: z.string(),
  statement: z.string(),
  /** Who signs for the unit: its 第一责任人. */
  signatory: z.string(),
  by: z.string(),
  at: z.string(),
})
export type Filing = Described<typeof filingSchema>

/** 整改: one missed task of one unit, as a published run found it. Never a number of points. */
export const rectificationSchema = shortfallSchema.extend({
  /** `2019-Z01`. */
  number: z.string(),
  run: z.string(),
  window: z.string(),
  /** Last day on which the unit may file in time. */
  fileBy: z.string(),
  createdAt: z.string(),
  /** The latest, or null while nothing was filed. */
  filing: filingSchema.nullable(),
})
export type Rectification = Described<typeof rectificationSchema>

/** All rectifications by number: of one unit, or of all. */
export async function rectificationsOf(
  db: Kysely<Database>,
  { campaign, unit }: { campaign: string; unit?: string },
): Promise<readonly Rectification[]> {
  const rows = await db
    .selectFrom('rectification')
    .selectAll()
    .where('campaign', '=', campaign)
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
    .orderBy('number')
    .execute()
  const filings = await latestFilings(db, campaign)
  return rows.map(({ number, run, window, unit: of, indicator, target, due, actual, gap, file_by, created_at }) => ({
    number,
    run,
    window,
    unit: of,
    indicator,
    target,
    due,
    actual,
    gap,
    fileBy: file_by,
    createdAt: created_at,
    filing: filings.get(number) ?? null,
  }))
}

async function latestFilings(db: Kysely<Database>, campaign: string): Promise<ReadonlyMap<string, Filing>> {
  const ordered = db
    .selectFrom('rectification_filing')
    .innerJoin('rectification', 'rectification.number', 'rectification_filing.rectification')
    .selectAll('rectification_filing')
    .select(sql<number>`row_number() over (partition by rectification order by seq desc)`.as('age'))
    .where('rectification.campaign', '=', campaign)
  const rows = await db.selectFrom(ordered.as('ordered')).selectAll().where('age', '=', 1).execute()
  return new Map(
    rows.map(({ rectification, cause, measures, complete_by, statement, signatory, filed_by, filed_at }) => [
      rectification,
      { cause, measures, completeBy: complete_by, statement, signatory, by: filed_by, at: filed_at },
    ]),
  )
}

export async function addRectifications(
  db: Kysely<Database>,
  campaign: string,
  rectifications: readonly Omit<Rectification, 'filing'>[],
): Promise<void> {
  if (rectifications.length === 0) return
  await db
    .insertInto('rectification')
    .values(
      rectifications.map(({ fileBy, createdAt, ...rest }) => ({
        ...rest,
        campaign,
        file_by: fileBy,
        created_at: createdAt,
      })),
    )
    .execute()
}

export async function addFiling(
  db: Kysely<Database>,
  rectification: string,
  { completeBy, by, at, account, ...rest }: Filing & { readonly account: string },
): Promise<void> {
  const filed = { account, filed_by: by, filed_at: at }
  await db
    .insertInto('rectification_filing')
    .values({ ...rest, ...filed, rectification, complete_by: completeBy })
    .execute()
}
