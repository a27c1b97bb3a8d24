import Sqlite from 'better-sqlite3'
import { sql, SqliteAdapter, SqliteDialect, type Dialect, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

/**
 * WAL with synchronous=FULL: an answered submission has been synced to disk, so it outlives a power cut, not only a crash. The
 * bytes of a file, instead of its name, are opened as a copy in memory.
 */
export function sqliteDialect(file: string | Buffer): Dialect {
  const database = new Sqlite(file)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.pragma('foreign_keys = ON')
  // `npm run account` may write while the service runs; the later writer waits instead of failing.
  database.pragma('busy_timeout = 5000')
  const dialect = new SqliteDialect({ database: preparingOnce(database) })
  return {
    createAdapter: () => new TransactionalDdlAdapter(),
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

/** SQLite takes changes of the schema back with a transaction as well as any other; Kysely alone does not count on it. */
class TransactionalDdlAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/**
 * Does `work` without holding rows against what they refer to. SQLite changes a table by putting another in its place, which
 * would delete what refers to it, and within a transaction this cannot be switched.
 */
export async function withoutSqliteReferences<T>(db: Kysely<Database>, work: () => Promise<T>): Promise<T> {
  await sql`pragma foreign_keys = off`.execute(db)
  try {
    return await work()
  } finally {
    await sql`pragma foreign_keys = on`.execute(db)
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
