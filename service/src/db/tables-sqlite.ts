import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'
import type { Reference } from './tables.ts'

export async function sqliteReferences(db: Kysely<Database>): Promise<readonly Reference[]> {
  const { rows } = await sql<Reference>`
    select t.name as "table", f."table" as "refersTo"
    from sqlite_master t, pragma_foreign_key_list(t.name) f
    where t.type = 'table'`.execute(db)
  return rows
}
