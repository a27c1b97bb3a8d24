import type { Kysely } from 'kysely'
import { Migrator, type Migration } from 'kysely/migration'
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
}

/** Brings the database to the present schema; an error leaves it as it was and stops the start. */
export async function migrateToLatest<T>(db: Kysely<T>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}
