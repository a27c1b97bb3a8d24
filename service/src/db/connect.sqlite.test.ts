import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { connect } from './connect.ts'

it('a SQLite file syncs every commit to disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-test-'))
  const db = connect(`sqlite:${join(folder, 'kaohe.db')}`)
  const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)
  const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(db)
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
  expect(journal.rows).toEqual([{ journal_mode: 'wal' }])
  expect(synchronous.rows).toEqual([{ synchronous: 2 }])
})
