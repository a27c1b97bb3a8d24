import { sql, type Kysely } from 'kysely'

/** Frozen runs with what was decided about their awards, and findings against units with their replies. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('run')
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('window', 'text', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('pack', 'text', (column) => column.notNull().references('pack.hash'))
    .addColumn('engine', 'text', (column) => column.notNull())
    .addColumn('inputs', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('drafted_by', 'text', (column) => column.notNull())
    .addColumn('drafted_at', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('draft', 'signed', 'published')`))
    .addColumn('decider', 'text')
    .addColumn('document', 'text')
    .addColumn('seal', 'text')
    .addColumn('signed_at', 'text')
    .addColumn('published_at', 'text')
    .execute()
  await db.schema
    .createTable('run_award')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('run', 'text', (column) => column.notNull().references('run.number'))
    .addColumn('award', 'text', (column) => column.notNull())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('chosen', 'text', (column) => column.notNull())
    .addColumn('decider', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('decided_at', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .createTable('finding')
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('veto', 'text', (column) => column.notNull())
    .addColumn('evidence', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('decider', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('recorded_at', 'text', (column) => column.notNull())
    .addColumn('reply', 'text')
    .addColumn('replied_at', 'text')
    .addColumn('lifted_reason', 'text')
    .addColumn('lifted_at', 'text')
    .addForeignKeyConstraint('finding_unit_fk', ['campaign', 'unit'], 'unit', ['campaign', 'id'])
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['finding', 'run_award', 'run']) await db.schema.dropTable(table).execute()
}
