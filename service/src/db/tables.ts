import type { Kysely } from 'kysely'
import { isShared } from './connect.ts'
import type { Database } from './schema.ts'
import { postgresReferences, schemaOf, setPostgresCounters } from './tables-postgres.ts'
import { sqliteReferences } from './tables-sqlite.ts'

/** Rows of `table` name rows of `refersTo`. */
export interface Reference {
  readonly table: string
  readonly refersTo: string
}

/** Every table of this database but the migrator's own, each after those that it refers to. */
export async function tablesInOrder(db: Kysely<Database>): Promise<readonly string[]> {
  const schema = isShared(db) ? await schemaOf(db) : undefined
  const tables = await db.introspection.getTables()
  const names = tables.filter((table) => table.schema === schema && !table.isView).map(({ name }) => name)
  return ordered(names.toSorted(), await (isShared(db) ? postgresReferences(db) : sqliteReferences(db)))
}

/** After rows were entered with the numbers they had elsewhere. */
export async function setCounters(db: Kysely<Database>): Promise<void> {
  // SQLite keeps count by itself.
  if (isShared(db)) await setPostgresCounters(db)
}

export function ordered(names: readonly string[], references: readonly Reference[]): readonly string[] {
  const placed: string[] = []
  let rest = names
  while (rest.length > 0) {
    const waits = (name: string) =>
      references.some(({ table, refersTo }) => table === name && refersTo !== name && rest.includes(refersTo))
    const ready = rest.filter((name) => !waits(name))
    if (ready.length === 0) throw new Error(`tables that refer to each other: ${rest.join(', ')}`)
    placed.push(...ready)
    rest = rest.filter((name) => waits(name))
  }
  return placed
}
