import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql, type Kysely } from 'kysely'
import { afterEach, describe, expect, it } from 'vitest'
import { connect } from './connect.ts'
import { migrateToLatest, migrations } from './migrate.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
const freshDatabase = () => {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-test-'))
  folders.push(folder)
  return connect(`sqlite:${join(folder, 'kaohe.db')}`)
}
const tablesOf = async (db: ReturnType<typeof connect>) =>
  (await db.introspection.getTables()).map(({ name }) => name).toSorted()

describe('the database', () => {
  it('syncs every commit to disk', async () => {
    const db = freshDatabase()
    const journal = await sql<{ journal_mode: string }>`pragma journal_mode`.execute(db)
    const synchronous = await sql<{ synchronous: number }>`pragma synchronous`.execute(db)
    expect(journal.rows).toEqual([{ journal_mode: 'wal' }])
    expect(synchronous.rows).toEqual([{ synchronous: 2 }])
    await db.destroy()
  })

  it('is left alone by a second migration', async () => {
    const db = freshDatabase()
    await migrateToLatest(db)
    const tables = await tablesOf(db)
    await migrateToLatest(db)
    expect(await tablesOf(db)).toEqual(tables)
    expect(tables).toContain('submission')
    await db.destroy()
  })

  it('can be taken back down', async () => {
    const db = freshDatabase()
    const bare = db as unknown as Kysely<unknown>
    const steps = Object.values(migrations)
    for (const { up } of steps) await up(bare)
    for (const { down } of steps.toReversed()) await down?.(bare)
    expect(await tablesOf(db)).toEqual([])
    await db.destroy()
  })
})
