import type { Kysely } from 'kysely'

/** Locks of windows, and who may hand in for a closed one after all. Both append-only. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('window_lock')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('window', 'text', (column) => column.notNull())
    .addColumn('locked', 'integer', (column) => column.notNull())
    .addColumn('decider', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('decided_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('window_reopening')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('window', 'text', (column) => column.notNull())
    .addColumn('units', 'text', (column) => column.notNull())
    .addColumn('forms', 'text', (column) => column.notNull())
    .addColumn('decider', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('decided_at', 'text', (column) => column.notNull())
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['window_reopening', 'window_lock']) await db.schema.dropTable(table).execute()
}
