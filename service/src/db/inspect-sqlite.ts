import Sqlite from 'better-sqlite3'

/** What a database file is, as far as a copy of it can be trusted. */
export type Inspection =
  | { readonly kind: 'sound'; readonly reports: number }
  /** Not readable as a database, or damaged. */
  | { readonly kind: 'damaged' }
  /** A database, but none of this service's. */
  | { readonly kind: 'foreign' }
  /** Written by a newer version of the service; names its migration that is not known here. */
  | { readonly kind: 'newer'; readonly migration: string }

/**
 * Reads the whole file once: pages, indexes, references between tables, and whether its schema is one of `migrations` or an
 * earlier one. Nothing else may have the file open; it is left as a single file without a log beside it.
 */
export function inspectSqlite(file: string, migrations: readonly string[]): Inspection {
  const database = new Sqlite(file, { fileMustExist: true })
  try {
    database.pragma('journal_mode = DELETE')
    if (database.pragma('integrity_check', { simple: true }) !== 'ok') return { kind: 'damaged' }
    const tables = names(database, "select name from sqlite_master where type = 'table'")
    if (!tables.includes('kysely_migration')) return { kind: 'foreign' }
    const applied = names(database, 'select name from kysely_migration order by name')
    if (applied.length === 0) return { kind: 'foreign' }
    const unknown = applied.find((name) => !migrations.includes(name))
    if (unknown !== undefined) return { kind: 'newer', migration: unknown }
    if (database.prepare('pragma foreign_key_check').all().length > 0) return { kind: 'damaged' }
    if (!tables.includes('submission')) return { kind: 'sound', reports: 0 }
    return { kind: 'sound', reports: Number(database.prepare('select count(*) from submission').pluck().get()) }
  } catch (error) {
    if (isDamage(error)) return { kind: 'damaged' }
    throw error
  } finally {
    database.close()
  }
}

/** Is this SQLite saying that a file is no database or a broken one? */
export function isDamage(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_(NOTADB|CORRUPT)/.test(String(error.code))
}

function names(database: Sqlite.Database, query: string): readonly string[] {
  return database.prepare(query).pluck().all().map(String)
}
