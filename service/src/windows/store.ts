import { sql, type Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { Reopening, WindowDecisions, WindowLock } from './access.ts'

interface Made {
  readonly campaign: string
  readonly account: string
}

export async function windowDecisions(db: Kysely<Database>, campaign: string): Promise<WindowDecisions> {
  const ordered = db
    .selectFrom('window_lock')
    .selectAll()
    .select(sql<number>`row_number() over (partition by "window" order by seq desc)`.as('age'))
    .where('campaign', '=', campaign)
  const locks = await db.selectFrom(ordered.as('ordered')).selectAll().where('age', '=', 1).execute()
  const reopenings = await db
    .selectFrom('window_reopening')
    .selectAll()
    .where('campaign', '=', campaign)
    .orderBy('seq')
    .execute()
  return {
    locks: locks.map(({ window, locked, decider, reason, decided_at }) => ({
      window,
      locked: locked === 1,
      decider,
      reason,
      at: decided_at,
    })),
    reopenings: reopenings.map(({ window, units, forms, decider, reason, expires_at, decided_at }) => ({
      window,
      units: JSON.parse(units) as string[],
      forms: JSON.parse(forms) as string[],
      decider,
      reason,
      expires: expires_at,
      at: decided_at,
    })),
  }
}

export async function addLock(db: Kysely<Database>, { at, locked, ...rest }: WindowLock & Made): Promise<void> {
  await db
    .insertInto('window_lock')
    .values({ ...rest, locked: locked ? 1 : 0, decided_at: at })
    .execute()
}

export async function addReopening(db: Kysely<Database>, reopening: Reopening & Made): Promise<void> {
  const { at, expires, units, forms, ...rest } = reopening
  const lists = { units: JSON.stringify(units), forms: JSON.stringify(forms) }
  await db
    .insertInto('window_reopening')
    .values({ ...rest, ...lists, expires_at: expires, decided_at: at })
    .execute()
}
