import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'
import type { Reference } from './tables.ts'

export async function postgresReferences(db: Kysely<Database>): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select t.relname as "table", r.relname as "refersTo"
    from pg_constraint c
    join pg_class t on t.oid = c.conrelid
    join pg_class r on r.oid = c.confrelid
    where c.contype = 'f' and t.relnamespace = current_schema()::regnamespace`.execute(db)
  return rows
}

/** Rows that came with their numbers leave the counters behind; the next number must be a new one. */
export async function setPostgresCounters(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ table: string; column: string }>`
    select table_name as "table", column_name as "column"
    from information_schema.columns
    where table_schema = current_schema() and is_identity = 'YES'`.execute(db)
  for (const { table, column } of rows) {
    const counter = sql`pg_get_serial_sequence(quote_ident(${table}), ${column})`
    const next = sql`coalesce((select max(${sql.ref(column)}) from ${sql.table(table)}), 0) + 1`
    await sql`select setval(${counter}, ${next}, false)`.execute(db)
  }
}

/** The schema in which this connection makes and finds its tables. */
export async function schemaOf(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db)
  return rows[0]?.schema ?? 'public'
}
