import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { inspectSqlite, type Inspection } from './inspect-sqlite.ts'
import { syncFile, syncFolderOf } from './sync-file.ts'

export type Backup =
  | { readonly kind: 'done'; readonly reports: number }
  | { readonly kind: 'no-database' }
  | { readonly kind: 'no-folder' }
  | { readonly kind: 'exists' }
  /** The copy did not pass inspection, so the database itself is to be looked at. Nothing was left behind. */
  | { readonly kind: 'unsound'; readonly inspection: Inspection }

/**
 * Copies a database, also one in use, into one new file: everything that was committed before the call is in it, and it is
 * on the disk when the promise resolves. The file gets its name only once it is complete and sound; none is overwritten.
 */
export async function backupSqlite(database: string, out: string, migrations: readonly string[]): Promise<Backup> {
  if (!existsSync(database)) return { kind: 'no-database' }
  if (!existsSync(dirname(out))) return { kind: 'no-folder' }
  if (existsSync(out)) return { kind: 'exists' }
  const part = `${out}.${process.pid}.part`
  // Password hashes and figures: for its owner only, from the first byte.
  closeSync(openSync(part, 'wx', 0o600))
  try {
    await copyPages(database, part)
    const inspection = inspectSqlite(part, migrations)
    if (inspection.kind !== 'sound') return { kind: 'unsound', inspection }
    syncFile(part)
    if (existsSync(out)) return { kind: 'exists' }
    renameSync(part, out)
    syncFolderOf(out)
    return { kind: 'done', reports: inspection.reports }
  } finally {
    for (const rest of ['', '-journal', '-wal', '-shm']) rmSync(`${part}${rest}`, { force: true })
  }
}

async function copyPages(from: string, to: string): Promise<void> {
  const source = new Sqlite(from, { fileMustExist: true, timeout: 5000 })
  try {
    // All pages in one step, under one read lock. In several steps each commit of the service would start the copy anew,
    // and in WAL mode a reader keeps no writer waiting.
    await source.backup(to, { progress: () => 0x7fffffff })
  } finally {
    source.close()
  }
}
