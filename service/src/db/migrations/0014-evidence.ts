import { sql, type Kysely } from 'kysely'

/**
 * 佐证材料: what a file is of lies apart from its bytes, so that lists read none of them; and those lie in pieces, so that neither
 * copying a store nor handing a file out ever holds more than a few of them.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evidence_file')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('form', 'text', (column) => column.notNull())
    .addColumn('ledger', 'text')
    .addColumn('item', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('media_type', 'text', (column) => column.notNull())
    .addColumn('size', 'integer', (column) => column.notNull())
    .addColumn('sha256', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('added_by', 'text', (column) => column.notNull())
    .addColumn('added_at', 'text', (column) => column.notNull())
    .addColumn('withdrawn_by', 'text')
    .addColumn('withdrawn_at', 'text')
    .addColumn('withdrawal_reason', 'text')
    .addForeignKeyConstraint('evidence_file_unit_fk', ['campaign', 'unit'], 'unit', ['campaign', 'id'])
    .execute()
  // The same bytes stand once for an item, however often a retry sends them.
  await db.schema
    .createIndex('evidence_file_once')
    .on('evidence_file')
    .columns(['campaign', 'unit', 'form', 'item', 'sha256'])
    .unique()
    .where(sql<boolean>`withdrawn_at is null`)
    .execute()
  await db.schema.createIndex('evidence_file_unit').on('evidence_file').columns(['campaign', 'unit', 'seq']).execute()
  await db.schema
    .createTable('evidence_piece')
    .addColumn('file', 'text', (column) => column.notNull().references('evidence_file.id'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('bytes', 'blob', (column) => column.notNull())
    .addPrimaryKeyConstraint('evidence_piece_pk', ['file', 'seq'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['evidence_piece', 'evidence_file']) await db.schema.dropTable(table).execute()
}
