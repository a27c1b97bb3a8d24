import { chmodSync, constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { inspectSqlite, isDamage, type Inspection } from './inspect-sqlite.ts'
import { syncFile, syncFolderOf } from './sync-file.ts'

export type Restore =
  /** `aside` is where the database lies that was there before. */
  | { readonly kind: 'done'; readonly reports: number; readonly aside: string | null }
  | { readonly kind: 'no-backup' }
  | { readonly kind: 'no-folder' }
  /** A log lies beside the file: a database in use or cut off, and without the log incomplete. */
  | { readonly kind: 'not-a-backup' }
  | { readonly kind: 'in-use' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'unsound'; readonly inspection: Inspection }

export interface RestoreOptions {
  readonly from: string
  readonly database: string
  /** Put the backup in the place of an existing database, which is kept as `aside`. */
  readonly replace: boolean
  readonly aside: string
  readonly migrations: readonly string[]
}

const companions = ['-wal', '-shm', '-journal']

/**
 * Puts a backup where the service looks for its database. The copy is complete, inspected and on the disk before the existing
 * database is touched, and takes its place in one step. Everybody has to sign in again.
 */
export function restoreSqlite({ from, database, replace, aside, migrations }: RestoreOptions): Restore {
  if (!existsSync(from)) return { kind: 'no-backup' }
  if (!existsSync(dirname(database))) return { kind: 'no-folder' }
  if (hasLog(from)) return { kind: 'not-a-backup' }
  const old = ['', ...companions].filter((end) => existsSync(`${database}${end}`))
  if (old.length > 0 && !replace) return { kind: 'exists' }
  if (old.includes('') && isInUse(database)) return { kind: 'in-use' }
  const part = `${database}.${process.pid}.part`
  try {
    copyFileSync(from, part, constants.COPYFILE_EXCL)
    chmodSync(part, 0o600)
    const inspection = inspectSqlite(part, migrations)
    if (inspection.kind !== 'sound') return { kind: 'unsound', inspection }
    endSessions(part)
    syncFile(part)
    if (old.includes('') && isInUse(database)) return { kind: 'in-use' }
    const kept = ['', ...companions].filter((end) => existsSync(`${database}${end}`))
    for (const end of kept) {
      copyFileSync(`${database}${end}`, `${aside}${end}`, constants.COPYFILE_EXCL)
      syncFile(`${aside}${end}`)
    }
    // The log of the old database would be played into the new one.
    for (const end of companions) rmSync(`${database}${end}`, { force: true })
    renameSync(part, database)
    syncFolderOf(database)
    return { kind: 'done', reports: inspection.reports, aside: kept.length > 0 ? aside : null }
  } finally {
    for (const end of ['', ...companions]) rmSync(`${part}${end}`, { force: true })
  }
}

/** Can this file be restored from where it lies? Null if so. */
export function inspectBackup(file: string, migrations: readonly string[]): Restore | null {
  if (hasLog(file)) return { kind: 'not-a-backup' }
  const inspection = inspectSqlite(file, migrations)
  return inspection.kind === 'sound' ? null : { kind: 'unsound', inspection }
}

const hasLog = (file: string): boolean =>
  companions.some((end) => (statSync(`${file}${end}`, { throwIfNoEntry: false })?.size ?? 0) > 0)

/**
 * Does another process have this database open? Leaving WAL mode needs it for oneself, even when the others are idle. Of a
 * damaged database nobody can tell: it counts as free.
 */
export function isInUse(file: string): boolean {
  const database = new Sqlite(file, { fileMustExist: true, timeout: 0 })
  try {
    database.pragma('journal_mode = DELETE')
    return false
  } catch (error) {
    if (isDamage(error)) return false
    if (error instanceof Error && 'code' in error && /^SQLITE_(BUSY|LOCKED)/.test(String(error.code))) return true
    throw error
  } finally {
    database.close()
  }
}

/** A session that was ended after the backup must not come back to life with it. */
function endSessions(file: string): void {
  const database = new Sqlite(file, { fileMustExist: true })
  database.pragma('synchronous = FULL')
  database.exec('delete from session')
  database.close()
}
