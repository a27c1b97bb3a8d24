import { sql, type Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { afterEach, describe, expect, it } from 'vitest'
import { addSampleRows, rowsOf } from '../testing/sample-rows.ts'
import { freshStore } from '../testing/stores.ts'
import { connect } from './connect.ts'
import { appliedMigrations, migrateTo, migrateToLatest, migrations } from './migrate.ts'
import type { Database } from './schema.ts'
import { tablesInOrder } from './tables.ts'

const names = Object.keys(migrations)
let opened: Kysely<Database>[] = []
afterEach(async () => {
  for (const db of opened) await db.destroy()
  opened = []
})
async function emptyStore() {
  const db = connect(await freshStore('empty'))
  opened.push(db)
  return db
}

describe('the database', () => {
  it('is left alone by a second migration', async () => {
    const db = await emptyStore()
    await migrateToLatest(db)
    const tables = await tablesInOrder(db)
    await migrateToLatest(db)
    expect(await tablesInOrder(db)).toEqual(tables)
    expect(tables).toContain('submission')
    expect(await appliedMigrations(db)).toEqual(names)
  })

  it('can be taken back down', async () => {
    const db = await emptyStore()
    const bare = db as unknown as Kysely<unknown>
    const steps = Object.values(migrations)
    for (const { up } of steps) await up(bare)
    for (const { down } of steps.toReversed()) await down?.(bare)
    expect(await tablesInOrder(db)).toEqual([])
  })

  it('lists every table after those it refers to', async () => {
    const db = await emptyStore()
    await migrateToLatest(db)
    const place = new Map((await tablesInOrder(db)).map((name, at) => [name, at]))
    for (const [table, refersTo] of [
      ['session', 'account'],
      ['target', 'target_issue'],
      ['ledger_number', 'submission'],
      ['run_award', 'run'],
    ] as const) {
      expect(place.get(table)).toBeGreaterThan(place.get(refersTo) ?? Infinity)
    }
  })
})

describe('a database of an earlier version', () => {
  it.each(names)('of %s keeps every row on its way to this one', async (level) => {
    const db = await emptyStore()
    let tables: readonly string[] = []
    for (const name of names.slice(0, names.indexOf(level) + 1)) {
      await migrateTo(db, name)
      tables = await addSampleRows(db, tables)
    }
    const before = await rowsOf(db, tables)
    expect(Object.values(before).map((rows) => rows.length)).toEqual(tables.map(() => 1))

    await migrateToLatest(db)
    expect(await rowsOf(db, tables)).toMatchObject(before)
    expect(await appliedMigrations(db)).toEqual(names)
  })
})

describe('a migration that fails midway', () => {
  const failing: Migration = {
    up: async (db) => {
      await db.schema.alterTable('account').addColumn('half', 'text').execute()
      await db.schema.dropTable('session').execute()
      await sql`update account set name = 'changed'`.execute(db)
      throw new Error('midway')
    },
  }

  it.each(names)('leaves a database of %s as it was, the steps before it included', async (level) => {
    const db = await emptyStore()
    await migrateTo(db, level)
    const tables = await addSampleRows(db, [])
    const state = async () => [
      await db.introspection.getTables({ withInternalKyselyTables: true }),
      await rowsOf(db, tables),
      await appliedMigrations(db),
    ]
    const before = await state()
    await expect(migrateToLatest(db, { ...migrations, '9999-failing': failing })).rejects.toThrow('midway')
    expect(await state()).toEqual(before)

    await migrateToLatest(db)
    expect(await rowsOf(db, tables)).toMatchObject(before[1] ?? {})
    const orphan = { id: 'S', token: 'T', account_id: 'nobody', expires_at: '', created_at: '', updated_at: '' }
    await expect(db.insertInto('session').values(orphan).execute()).rejects.toThrow(/foreign key/i)
  })
})
