import { statfs } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sql, type Kysely } from 'kysely'
import type { Database } from './schema.ts'

/** What a larger report takes, with its log and its indexes. */
const reportBytes = 128 * 1024

/**
 * Why a SQLite file would not take a report now, or null. A report is written and taken back: that shows a file or a folder that
 * may not be written to and a database that may not grow, and costs no sync. What is written so reaches no disk, so that the
 * room there is asked for besides.
 */
export async function sqliteWriteFault(db: Kysely<Database>, minFreeBytes: number): Promise<string | null> {
  await takenBack(db)
  const { rows } = await sql<{ name: string; file: string }>`pragma database_list`.execute(db)
  const file = rows.find(({ name }) => name === 'main')?.file ?? ''
  if (file === '') return null
  const { bavail, bsize } = await statfs(dirname(file))
  return bavail * bsize < minFreeBytes ? `less room on the disk of ${file} than MIN_FREE_MB` : null
}

async function takenBack(db: Kysely<Database>): Promise<void> {
  const trx = await db.startTransaction().execute()
  try {
    const key = 'x'.repeat(reportBytes)
    await trx.insertInto('sign_in_failure').values({ key, count: 0, since: '' }).execute()
  } finally {
    await trx.rollback().execute()
  }
}
