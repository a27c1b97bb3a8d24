import Sqlite from 'better-sqlite3'
import { SqliteDialect, type Dialect } from 'kysely'

/** WAL with synchronous=FULL: an answered submission has been synced to disk, so it outlives a power cut, not only a crash. */
export function sqliteDialect(file: string): Dialect {
  const database = new Sqlite(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // `npm run account` may write while the service runs; the later writer waits instead of failing.
  database.pragma('busy_timeout = 5000')
  const dialect = new SqliteDialect({ database: preparingOnce(database) })
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => {
      const driver = dialect.createDriver()
      const rollback = driver.rollbackTransaction.bind(driver)
      // A full disk makes SQLite roll back by itself; Kysely's own rollback would then fail and hide why.
      driver.rollbackTransaction = async (connection) => {
        if (database.inTransaction) await rollback(connection)
      }
      return driver
    },
  }
}

/** Statements in one form, for values of the same number; above this they are prepared anew. */
const mostStatements = 500

/** The same database, each statement of which is prepared once: SQLite plans a query of ours for longer than it runs it. */
function preparingOnce(database: Sqlite.Database) {
  const prepared = new Map<string, Sqlite.Statement>()
  return {
    prepare(text: string): Sqlite.Statement {
      const known = prepared.get(text)
      // One that is being read row by row cannot run a second time beside itself.
      if (known && !known.busy) return known
      const statement = database.prepare(text)
      if (prepared.size < mostStatements) prepared.set(text, statement)
      return statement
    },
    close: () => {
      database.close()
    },
  }
}

/** A file that nobody writes to. */
export function backupDialect(file: string): Dialect {
  return new SqliteDialect({ database: new Sqlite(file, { readonly: true, fileMustExist: true }) })
}

export const sqliteUniqueViolation = /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/

/** Full, locked, or its disk gone. */
export const sqliteUnavailable = /^SQLITE_(FULL|BUSY|LOCKED|IOERR|CANTOPEN|READONLY)/
