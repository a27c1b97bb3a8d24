import { sql, type CreateTableBuilder, type Kysely } from 'kysely'

/** The project library with the list of the statistics; objections, judges and rectification. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await decided(numbered(db, 'project_decision'), 'decided')
    .addColumn('project', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull().check(sql`kind in ('admitted', 'declined', 'removed')`))
    .addColumn('cells', 'text')
    .addColumn('window_end', 'text')
    .addColumn('decider', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addForeignKeyConstraint('project_decision_unit_fk', ['campaign', 'unit'], 'unit', ['campaign', 'id'])
    .execute()
  await decided(numbered(db, 'registration_entry'), 'entered')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('registered_on', 'text', (column) => column.notNull())
    .addColumn('withdrawn', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text')
    .execute()
  await decided(numbered(db, 'registration_match'), 'decided')
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('project', 'text', (column) => column.notNull())
    .addColumn('same', 'integer', (column) => column.notNull())
    .addColumn('reason', 'text')
    .execute()
  await decided(named(db, 'objection'), 'raised')
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('indicator', 'text', (column) => column.notNull())
    .addColumn('window', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('statement', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.check(sql`outcome in ('upheld', 'rejected')`))
    .addColumn('answer', 'text')
    .addColumn('answered_by', 'text')
    .addColumn('answered_at', 'text')
    .addForeignKeyConstraint('objection_unit_fk', ['campaign', 'unit'], 'unit', ['campaign', 'id'])
    .execute()
  await decided(named(db, 'judging_panel'), 'opened')
    .addColumn('award', 'text', (column) => column.notNull())
    .addColumn('rubric', 'text', (column) => column.notNull())
    .addColumn('candidates', 'text', (column) => column.notNull())
    .addColumn('judges', 'text', (column) => column.notNull())
    .addColumn('decider', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('closed_by', 'text')
    .addColumn('closed_at', 'text')
    .addColumn('scores', 'text')
    .execute()
  await db.schema
    .createTable('judge_score')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('panel', 'text', (column) => column.notNull().references('judging_panel.number'))
    .addColumn('judge', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('points', 'text', (column) => column.notNull())
    .addColumn('note', 'text')
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('given_at', 'text', (column) => column.notNull())
    .execute()
  await named(db, 'rectification')
    .addColumn('run', 'text', (column) => column.notNull().references('run.number'))
    .addColumn('window', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('indicator', 'text', (column) => column.notNull())
    .addColumn('target', 'text', (column) => column.notNull())
    .addColumn('due', 'text', (column) => column.notNull())
    .addColumn('actual', 'text', (column) => column.notNull())
    .addColumn('gap', 'text', (column) => column.notNull())
    .addColumn('file_by', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addUniqueConstraint('rectification_once', ['campaign', 'window', 'unit', 'indicator'])
    .addForeignKeyConstraint('rectification_unit_fk', ['campaign', 'unit'], 'unit', ['campaign', 'id'])
    .execute()
  await db.schema
    .createTable('rectification_filing')
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('rectification', 'text', (column) => column.notNull().references('rectification.number'))
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('measures', 'text', (column) => column.notNull())
    .addColumn('complete_by', 'text', (column) => column.notNull())
    .addColumn('statement', 'text', (column) => column.notNull())
    .addColumn('signatory', 'text', (column) => column.notNull())
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('filed_by', 'text', (column) => column.notNull())
    .addColumn('filed_at', 'text', (column) => column.notNull())
    .execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  const tables = ['rectification_filing', 'rectification', 'judge_score', 'judging_panel', 'objection']
  for (const table of [...tables, 'registration_match', 'registration_entry', 'project_decision']) {
    await db.schema.dropTable(table).execute()
  }
}

/** A table whose lines are told apart by the order in which they came. */
const numbered = (db: Kysely<unknown>, table: string) =>
  db.schema
    .createTable(table)
    .addColumn('seq', 'integer', (column) => column.primaryKey().autoIncrement())
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))

/** A table whose lines have numbers that people quote. */
const named = (db: Kysely<unknown>, table: string) =>
  db.schema
    .createTable(table)
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))

/** Who did it and when. */
const decided = <T extends string, C extends string>(table: CreateTableBuilder<T, C>, did: string) =>
  table
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn(`${did}_by`, 'text', (column) => column.notNull())
    .addColumn(`${did}_at`, 'text', (column) => column.notNull())
