import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Kysely, PostgresAdapter } from 'kysely'
import {
  alonePostgres,
  postgresAway,
  postgresDialect,
  postgresLost,
  postgresTrouble,
  postgresUnavailable,
  postgresUniqueViolation,
  postgresUnstorable,
  postgresWriteFault,
  unsafePostgresSettings,
} from './connect-postgres.ts'
import {
  backupDialect,
  sqliteDialect,
  sqliteUnavailable,
  sqliteUniqueViolation,
  withoutSqliteReferences,
} from './connect-sqlite.ts'
import type { Database } from './schema.ts'
import { parseStoreUrl, storeUrlRule } from './store-url.ts'
import { sqliteWriteFault } from './writable-sqlite.ts'

/**
 * Opens `sqlite:<path>`, `sqlite::memory:` or `postgres://…`. Only this file and those named `*-sqlite.ts` and `*-postgres.ts`
 * know the dialect. PostgreSQL is not reached before the first query, and may take as long as it takes to answer, unless it is told
 * how long it may be silent, in milliseconds.
 */
export function connect(url: string, mostSilence: number | null = null): Kysely<Database> {
  const store = parseStoreUrl(url)
  if (store === null) throw new Error(`DATABASE_URL：${storeUrlRule}`)
  return new Kysely<Database>({
    dialect: store.kind === 'sqlite' ? sqliteDialect(store.file) : postgresDialect(store.url, mostSilence),
  })
}

/** Opens a backup to read it; the file stays as it is. */
export const connectBackup = (file: string): Kysely<Database> => new Kysely<Database>({ dialect: backupDialect(file) })

/** Makes the folder of a SQLite file, for commands that may be the first to write there. */
export function makeStoreFolder(url: string): void {
  const store = parseStoreUrl(url)
  if (store?.kind === 'sqlite') mkdirSync(dirname(store.file), { recursive: true })
}

/** Do several processes share this database? A SQLite file belongs to one service. */
export const isShared = (db: Kysely<Database>): boolean => db.getExecutor().adapter instanceof PostgresAdapter

/** Does `work` while no other replica does the same: for what must happen once, such as migrations. */
export async function alone(db: Kysely<Database>, work: () => Promise<void>): Promise<void> {
  await (isShared(db) ? alonePostgres(db, work) : work())
}

/** Does `work`, which may put one table in the place of another. */
export async function remaking<T>(db: Kysely<Database>, work: () => Promise<T>): Promise<T> {
  return isShared(db) ? work() : withoutSqliteReferences(db, work)
}

/** Why the database would take no report now, or null; rejects if it cannot even be asked. The room that is wanted is for a file. */
export async function writeFault(db: Kysely<Database>, minFreeBytes: number): Promise<string | null> {
  return isShared(db) ? postgresWriteFault(db) : sqliteWriteFault(db, minFreeBytes)
}

/** Names settings of the database's server with which a power cut may cost acknowledged reports. */
export async function unsafeSettings(db: Kysely<Database>): Promise<readonly string[]> {
  return isShared(db) ? unsafePostgresSettings(db) : []
}

/** Was this refused by the database because a unique value is taken? In PostgreSQL the transaction is lost with it. */
export function isUniqueViolation(error: unknown): boolean {
  return [sqliteUniqueViolation, postgresUniqueViolation].some((pattern) => pattern.test(codeOf(error)))
}

/**
 * Could the database not take or give data right now (full, locked, gone)? The request may be sent again later. Looks through
 * errors that were wrapped on their way, as the account library does.
 */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error)
  if (isAway(error) || sqliteUnavailable.test(code) || postgresUnavailable.test(code)) return true
  return error instanceof Error && isUnavailable(error.cause)
}

/** Is there no database to talk to at all, so that the next request would fare no better? */
export function isAway(error: unknown): boolean {
  return error instanceof Error && (postgresAway.test(codeOf(error)) || postgresLost.test(error.message))
}

/** Is there something in a text that this database cannot hold? */
export const isUnstorable = (error: unknown): boolean => postgresUnstorable.test(codeOf(error))

/** What to tell the person who starts the service why the database cannot be had, or null for any other error. */
export function storeTrouble(error: unknown): string | null {
  const refused = postgresTrouble(codeOf(error))
  if (refused !== null) return refused
  return isUnavailable(error) ? '连接不上，或暂时不能用，请检查它是否在运行、磁盘是否已满' : null
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')
