import type { Kysely } from 'kysely'

/** The log of what was changed, by whom and why: one hash chain for each campaign, and how far each has come. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_chain')
    .addColumn('campaign', 'text', (column) => column.primaryKey().references('campaign.id'))
    .addColumn('length', 'integer', (column) => column.notNull())
    .addColumn('head', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('audit_entry')
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('before', 'text')
    .addColumn('after', 'text')
    .addColumn('reason', 'text')
    .addColumn('previous', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_entry_pk', ['campaign', 'seq'])
    .execute()
  await db.schema.createIndex('audit_entry_subject').on('audit_entry').columns(['campaign', 'subject', 'seq']).execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['audit_entry', 'audit_chain']) await db.schema.dropTable(table).execute()
}
