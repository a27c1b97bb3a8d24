import { closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { inspectSqlite, type Inspection } from './inspect-sqlite.ts'
import { syncFile, syncFolderOf } from './sync-file.ts'

export type Backup =
  | { readonly kind: 'done'; readonly reports: number }
  | { readonly kind: 'no-folder' }
  | { readonly kind: 'exists' }
  /** The copy did not pass inspection, so the database itself is to be looked at. Nothing was left behind. */
  | { readonly kind: 'unsound'; readonly inspection: Inspection }

/**
 * Makes one new file of a database: it gets its name only once it is complete, sound and on the disk; none is overwritten.
 * `fill` writes the database into a file that is there and empty, or says why it does not: then nothing is left behind.
 */
export async function newCheckedFile<Fault extends { readonly kind: string } = never>(
  out: string,
  migrations: readonly string[],
  fill: (part: string) => Promise<Fault | null>,
): Promise<Backup | Fault> {
  if (!existsSync(dirname(out))) return { kind: 'no-folder' }
  if (existsSync(out)) return { kind: 'exists' }
  const part = `${out}.${process.pid}.part`
  // Password hashes and figures: for its owner only, from the first byte.
  closeSync(openSync(part, 'wx', 0o600))
  try {
    const fault = await fill(part)
    if (fault !== null) return fault
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

/** Copies a SQLite database, also one in use: everything that was committed before the call is in it. */
export async function copyPages(from: string, to: string): Promise<null> {
  const source = new Sqlite(from, { fileMustExist: true, timeout: 5000 })
  try {
    // All pages in one step, under one read lock. In several steps each commit of the service would start the copy anew,
    // and in WAL mode a reader keeps no writer waiting.
    await source.backup(to, { progress: () => 0x7fffffff })
    return null
  } finally {
    source.close()
  }
}
