import type { Kysely } from 'kysely'

/**
 * The ranking of a run row by row, so that a page of it can be read without the rest; and an index that holds all a list says
 * of a run. SQLite would else walk through everything a run was computed from to reach the columns behind it.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('run_row')
    .addColumn('run', 'text', (column) => column.notNull().references('run.number'))
    .addColumn('pool', 'text', (column) => column.notNull())
    .addColumn('position', 'integer', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('shown', 'text', (column) => column.notNull())
    .addColumn('figures', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('run_row_pk', ['run', 'pool', 'position'])
    .execute()
  await db.schema
    .createIndex('run_head')
    .on('run')
    .columns(['campaign', 'number', 'status', 'title', 'window', 'hash', 'drafted_at', 'signed_at', 'published_at'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('run_head').execute()
  await db.schema.dropTable('run_row').execute()
}
