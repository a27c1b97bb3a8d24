import Sqlite from 'better-sqlite3'
import { Kysely, SqliteDialect, type Dialect } from 'kysely'
import type { Database } from './schema.ts'

/**
 * Opens `sqlite:<path>` or `sqlite::memory:`. Only this file and those named `*-sqlite.ts` know the dialect.
 *
 * WAL with synchronous=FULL: an answered submission has been synced to disk, so it outlives a power cut, not only a crash.
 */
export function connect(url: string): Kysely<Database> {
  const database = new Sqlite(url.slice('sqlite:'.length))
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // `npm run account` may write while the service runs; the later writer waits instead of failing.
  database.pragma('busy_timeout = 5000')
  return new Kysely<Database>({ dialect: dialectOf(database) })
}

/**
 * A full disk makes SQLite roll back by itself; Kysely's own rollback would then fail and hide why. So it is left out when
 * there is nothing left to roll back.
 */
function dialectOf(database: Sqlite.Database): Dialect {
  const dialect = new SqliteDialect({ database })
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => {
      const driver = dialect.createDriver()
      const rollback = driver.rollbackTransaction.bind(driver)
      driver.rollbackTransaction = async (connection) => {
        if (database.inTransaction) await rollback(connection)
      }
      return driver
    },
  }
}

/** Was this refused by the database because a unique value is taken? */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(String(error.code))
}

/** Could the database not take or give data right now (full, locked, gone)? The request may be sent again later. */
export function isUnavailable(error: unknown): boolean {
  return (
    error instanceof Error &&
    'code' in error &&
    /^SQLITE_(FULL|BUSY|LOCKED|IOERR|CANTOPEN|READONLY)/.test(String(error.code))
  )
}
