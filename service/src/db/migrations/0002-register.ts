import type { Kysely } from 'kysely'

/** Packs, the campaign, its units and their targets. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('pack')
    .addColumn('hash', 'text', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('version', 'text', (column) => column.notNull())
    .addColumn('json', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('campaign')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('year', 'integer', (column) => column.notNull())
    .addColumn('submissions', 'integer', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('unit')
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('pool', 'text')
    .addColumn('position', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('unit_pk', ['campaign', 'id'])
    .execute()
  await db.schema
    .createTable('target_issue')
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('sample', 'integer', (column) => column.notNull())
    .addColumn('issued_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('target_issue_pk', ['campaign', 'number'])
    .execute()
  await db.schema
    .createTable('target')
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('issue', 'integer', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('target_pk', ['campaign', 'issue', 'unit', 'key'])
    .addForeignKeyConstraint('target_issue_fk', ['campaign', 'issue'], 'target_issue', ['campaign', 'number'])
    .addForeignKeyConstraint('target_unit_fk', ['campaign', 'unit'], 'unit', ['campaign', 'id'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['target', 'target_issue', 'unit', 'campaign', 'pack']) await db.schema.dropTable(table).execute()
}
