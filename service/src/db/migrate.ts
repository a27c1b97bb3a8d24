import { sql, type Kysely } from 'kysely'
import { DEFAULT_MIGRATION_TABLE, Migrator, type Migration } from 'kysely/migration'
import { isShared, remaking } from './connect.ts'
import * as m0001 from './migrations/0001-accounts.ts'
import * as m0002 from './migrations/0002-register.ts'
import * as m0003 from './migrations/0003-submissions.ts'
import * as m0004 from './migrations/0004-audit.ts'
import * as m0005 from './migrations/0005-verification.ts'
import * as m0006 from './migrations/0006-windows.ts'
import * as m0007 from './migrations/0007-runs.ts'
import * as m0008 from './migrations/0008-registers.ts'
import * as m0009 from './migrations/0009-intake.ts'
import * as m0010 from './migrations/0010-projects.ts'
import * as m0012 from './migrations/0012-run-rows.ts'
import * as m0013 from './migrations/0013-decisions.ts'
import * as m0014 from './migrations/0014-evidence.ts'
import * as m0015 from './migrations/0015-saved-at.ts'
import type { Database } from './schema.ts'
import { schemaOf } from './tables-postgres.ts'

/** Listed by hand, in order; a released one is never edited. */
export const migrations: Record<string, Migration> = {
  '0001-accounts': m0001,
  '0002-register': m0002,
  '0003-submissions': m0003,
  '0004-audit': m0004,
  '0005-verification': m0005,
  '0006-windows': m0006,
  '0007-runs': m0007,
  '0008-registers': m0008,
  '0009-intake': m0009,
  '0010-projects': m0010,
  '0012-run-rows': m0012,
  '0013-decisions': m0013,
  '0014-evidence': m0014,
  '0015-saved-at': m0015,
}

/** Brings the database to the present schema, in one transaction: an error stops the start and leaves everything as it was. */
export async function migrateToLatest(db: Kysely<Database>, steps = migrations): Promise<void> {
  const migrator = await migratorOf(db, steps)
  const { error } = await remaking(db, () => migrator.migrateToLatest())
  if (error) throw error
}

/** Brings an earlier or empty database to the schema that the migration `name` made. */
export async function migrateTo(db: Kysely<Database>, name: string): Promise<void> {
  const migrator = await migratorOf(db, migrations)
  const { error } = await remaking(db, () => migrator.migrateTo(name))
  if (error) throw error
}

/** The migrations that made this database, in order, those of a newer version included; none if it is not ours or empty. */
export async function appliedMigrations(db: Kysely<Database>): Promise<readonly string[]> {
  const schema = isShared(db) ? await schemaOf(db) : undefined
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true })
  if (!tables.some((table) => table.name === DEFAULT_MIGRATION_TABLE && table.schema === schema)) return []
  const { rows } = await sql<{ name: string }>`select name from ${sql.table(DEFAULT_MIGRATION_TABLE)}`.execute(db)
  return rows.map(({ name }) => name).toSorted()
}

async function migratorOf(db: Kysely<Database>, steps: Record<string, Migration>): Promise<Migrator> {
  const schema = isShared(db) ? { migrationTableSchema: await schemaOf(db) } : {}
  return new Migrator({ db, provider: { getMigrations: async () => steps }, ...schema })
}
