import type { Kysely } from 'kysely'

/** Files that came by mail with what became of them, and the office's own annexes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('intake_batch')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('window', 'text', (column) => column.notNull())
    .addColumn('received_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('intake_entry')
    .addColumn('batch', 'text', (column) => column.notNull().references('intake_batch.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('finding', 'text', (column) => column.notNull())
    .addColumn('receipt', 'text')
    .addPrimaryKeyConstraint('intake_entry_key', ['batch', 'seq'])
    .execute()
  await db.schema
    .createTable('template')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('annex', 'text', (column) => column.notNull())
    .addColumn('binding', 'text', (column) => column.notNull())
    .addColumn('uploaded_at', 'text', (column) => column.notNull())
    .addColumn('version', 'integer')
    .addColumn('document', 'text')
    .addColumn('confirmed_at', 'text')
    .addUniqueConstraint('template_version', ['campaign', 'form', 'version'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['template', 'intake_entry', 'intake_batch']) await db.schema.dropTable(table).execute()
}
