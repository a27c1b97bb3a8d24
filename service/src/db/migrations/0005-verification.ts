import { sql, type Kysely } from 'kysely'

/** What bureaus decided about reported figures and rows, and whether a report said that there is nothing to report. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('submission').addColumn('nil', 'integer').execute()
  await db.schema
    .createTable('verification_decision')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('bureau', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('content', 'text', (column) => column.notNull())
    .addColumn('verdict', 'text', (column) =>
      column.notNull().check(sql`verdict in ('approve', 'adjust', 'return', 'supply')`),
    )
    .addColumn('report', 'text', (column) => column.references('submission.number'))
    .addColumn('window', 'text', (column) => column.notNull())
    .addColumn('window_end', 'text', (column) => column.notNull())
    .addColumn('adjustment', 'text')
    .addColumn('reason', 'text')
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('decided_by', 'text', (column) => column.notNull())
    .addColumn('decided_at', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('verification_decision_unit_fk', ['campaign', 'unit'], 'unit', ['campaign', 'id'])
    .execute()
  await db.schema
    .createIndex('verification_decision_latest')
    .on('verification_decision')
    .columns(['campaign', 'unit', 'form', 'item', 'bureau', 'content', 'seq'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('verification_decision').execute()
  await db.schema.alterTable('submission').dropColumn('nil').execute()
}
