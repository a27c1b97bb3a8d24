import type { Kysely, Transaction } from 'kysely'
import { appliedMigrations, migrateTo, migrations } from '../db/migrate.ts'
import type { Database } from '../db/schema.ts'
import { setCounters, tablesInOrder } from '../db/tables.ts'

export type Copy =
  | { readonly kind: 'copied' }
  /** Nothing of this service's is in the source. */
  | { readonly kind: 'foreign' }
  /** The source was written by a newer version of the service; names its migration that is not known here. */
  | { readonly kind: 'newer'; readonly migration: string }

/** So many rows travel at once; a report with its facts may have a megabyte. */
const batch = 100

/** Who was signed in signs in again: a session that was ended since must not come back to life with a copy. */
const leftBehind = ['session']

/**
 * Copies everything that is in one store at one moment into an empty one, of the same kind or the other; the source may be in
 * use. The target gets the source's schema, so a copy of an older version is brought up to date when a service opens it.
 */
export async function copyStore(from: Kysely<Database>, to: Kysely<Database>): Promise<Copy> {
  // One snapshot: with SQLite any transaction is one.
  const snapshot = from.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return snapshot.execute(async (source) => {
    const applied = await appliedMigrations(source)
    const last = applied.at(-1)
    if (last === undefined) return { kind: 'foreign' }
    const unknown = applied.find((name) => !(name in migrations))
    if (unknown !== undefined) return { kind: 'newer', migration: unknown }
    await migrateTo(to, last)
    const tables = (await tablesInOrder(to)).filter((table) => !leftBehind.includes(table))
    await expectSameTables(source, tables)
    await to.transaction().execute(async (target) => {
      for (const table of tables) await copyTable(source, target, table)
      await setCounters(target)
    })
    return { kind: 'copied' }
  })
}

async function copyTable(source: Kysely<Database>, target: Transaction<Database>, name: string): Promise<void> {
  // Tables are walked as they are found, not as this version's types know them.
  const table = name as 'submission'
  let rows: Row[] = []
  let sent = 0
  const put = async () => {
    if (rows.length > 0)
      await target
        .insertInto(table)
        .values(rows as never)
        .execute()
    sent += rows.length
    rows = []
  }
  for await (const row of source.selectFrom(table).selectAll().stream(batch)) {
    rows.push(row)
    if (rows.length === batch) await put()
  }
  await put()
  const arrived = await countOf(target, name)
  if (arrived !== sent || sent !== (await countOf(source, name))) {
    throw new Error(`copied ${sent} rows of ${name}, found ${arrived}`)
  }
}
type Row = object

/** A table that the migrations do not make would be lost without a word. */
async function expectSameTables(source: Kysely<Database>, expected: readonly string[]): Promise<void> {
  const found = (await tablesInOrder(source)).filter((table) => !leftBehind.includes(table))
  const strange = found.filter((table) => !expected.includes(table))
  if (strange.length > 0) throw new Error(`tables of no migration: ${strange.join(', ')}`)
}

async function countOf(db: Kysely<Database>, name: string): Promise<number> {
  const { count } = await db
    .selectFrom(name as 'submission')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}
