import { sql, type Kysely } from 'kysely'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { Database } from '../db/schema.ts'

/** A line of the list of the statistics (入统名录). */
export const registrationSchema = z
  .strictObject({
    code: z.string(),
    name: z.string(),
    /** 入统日期. */
    registeredOn: z.string(),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: 'Registration' })
export type Registration = Described<typeof registrationSchema>

/** Somebody's word on whether a line of the list is a project of the library. */
export interface Match {
  readonly code: string
  readonly project: string
  readonly same: boolean
  readonly reason: string | null
  readonly by: string
  readonly at: string
}

interface Made {
  readonly campaign: string
  readonly account: string
}

/** The list as it stands: of each code the latest line, unless it was withdrawn. */
export async function registrationsOf(db: Kysely<Database>, campaign: string): Promise<readonly Registration[]> {
  const ordered = db
    .selectFrom('registration_entry')
    .selectAll()
    .select(sql<number>`row_number() over (partition by code order by seq desc)`.as('age'))
    .where('campaign', '=', campaign)
  const rows = await db
    .selectFrom(ordered.as('ordered'))
    .selectAll()
    .where('age', '=', 1)
    .where('withdrawn', '=', 0)
    .orderBy('code')
    .execute()
  return rows.map(({ code, name, registered_on, entered_by, entered_at }) => ({
    code,
    name,
    registeredOn: registered_on,
    by: entered_by,
    at: entered_at,
  }))
}

export async function addRegistration(
  db: Kysely<Database>,
  { registeredOn, withdrawn, by, at, ...rest }: Registration & Made & { withdrawn: boolean; reason: string | null },
): Promise<void> {
  const entered = { entered_by: by, entered_at: at }
  await db
    .insertInto('registration_entry')
    .values({ ...rest, ...entered, registered_on: registeredOn, withdrawn: withdrawn ? 1 : 0 })
    .execute()
}

/** Every word on every pair, oldest first. */
export async function matchesOf(db: Kysely<Database>, campaign: string): Promise<readonly Match[]> {
  const rows = await db
    .selectFrom('registration_match')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('seq')
    .execute()
  return rows.map(({ code, project, same, reason, decided_by, decided_at }) => ({
    code,
    project,
    same: same === 1,
    reason,
    by: decided_by,
    at: decided_at,
  }))
}

export async function addMatch(db: Kysely<Database>, { same, by, at, ...rest }: Match & Made): Promise<void> {
  await db
    .insertInto('registration_match')
    .values({ ...rest, same: same ? 1 : 0, decided_by: by, decided_at: at })
    .execute()
}
