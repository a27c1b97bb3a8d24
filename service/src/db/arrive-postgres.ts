import { sql, type Kysely } from 'kysely'
import { connect } from './connect.ts'
import { applicationName } from './connect-postgres.ts'
import type { Database } from './schema.ts'
import { schemaOf } from './tables-postgres.ts'

/** Where a copy is put together, out of everybody's sight. */
const arrivals = 'kaohe_arriving'

/** An empty place on this server to put a copy into. What an attempt left that was cut off is gone. */
export async function openArrival(db: Kysely<Database>, url: string): Promise<Kysely<Database>> {
  await dropArrival(db)
  await sql`create schema ${sql.ref(arrivals)}`.execute(db)
  const place = new URL(url)
  place.searchParams.set('options', `-c search_path=${arrivals}`)
  return connect(place.href)
}

export async function dropArrival(db: Kysely<Database>): Promise<void> {
  await sql`drop schema if exists ${sql.ref(arrivals)} cascade`.execute(db)
}

/** Puts the copy in its place in one step. Tables that were there are kept in the schema `aside`. */
export async function settleArrival(db: Kysely<Database>, aside: string): Promise<{ readonly kept: boolean }> {
  return db.transaction().execute(async (trx) => {
    const home = await schemaOf(trx)
    const old = await tablesIn(trx, home)
    if (old.length > 0) await sql`create schema ${sql.ref(aside)}`.execute(trx)
    for (const table of old) await move(trx, home, table, aside)
    for (const table of await tablesIn(trx, arrivals)) await move(trx, arrivals, table, home)
    await sql`drop schema ${sql.ref(arrivals)}`.execute(trx)
    return { kept: old.length > 0 }
  })
}

/** Has any table been made where the service makes its own? */
export async function isTaken(db: Kysely<Database>): Promise<boolean> {
  return (await tablesIn(db, await schemaOf(db))).length > 0
}

/** Is another process of this product connected to this database? */
export async function isConnected(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await sql`
    select pid from pg_stat_activity
    where datname = current_database() and application_name = ${applicationName} and pid <> pg_backend_pid()`.execute(
    db,
  )
  return rows.length > 0
}

async function tablesIn(db: Kysely<Database>, schema: string): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = ${schema} order by tablename`.execute(db)
  return rows.map(({ name }) => name)
}

async function move(db: Kysely<Database>, from: string, table: string, to: string): Promise<void> {
  await sql`alter table ${sql.id(from, table)} set schema ${sql.ref(to)}`.execute(db)
}
