import { PostgresAdapter, sql, type Kysely } from 'kysely'

/**
 * The registers: when units are in force and whom to ask there, drafts of targets and from when an issue counts, the role of
 * the leading group, initial passwords, disabled accounts, and wrong passwords that outlast a restart.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await accounts(db, ['clerk', 'verifier', 'office', 'leader'])
  await db.schema
    .alterTable('account')
    .addColumn('password_kind', 'text', (column) => column.notNull().defaultTo('own'))
    .execute()
  await db.schema.alterTable('account').addColumn('disabled_at', 'text').execute()
  await db.schema
    .createTable('sign_in_failure')
    .addColumn('key', 'text', (column) => column.primaryKey())
    .addColumn('count', 'integer', (column) => column.notNull())
    .addColumn('since', 'text', (column) => column.notNull())
    .execute()
  await db.schema
    .alterTable('unit')
    .addColumn('kind', 'text', (column) => column.notNull().defaultTo('department'))
    .execute()
  await sql`update unit set kind = 'town' where pool = 'town'`.execute(db)
  await db.schema.alterTable('unit').addColumn('from_day', 'text').execute()
  await db.schema.alterTable('unit').addColumn('to_day', 'text').execute()
  await db.schema
    .createTable('unit_contacts')
    .addColumn('campaign', 'text', (column) => column.notNull())
    .addColumn('unit', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('contacts', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) => column.notNull().check(sql`status in ('proposed', 'approved', 'refused')`))
    .addColumn('account', 'text', (column) => column.notNull().references('account.id'))
    .addColumn('proposed_at', 'text', (column) => column.notNull())
    .addColumn('decider', 'text')
    .addColumn('reason', 'text')
    .addColumn('decided_at', 'text')
    .addPrimaryKeyConstraint('unit_contacts_pk', ['campaign', 'unit', 'number'])
    .addForeignKeyConstraint('unit_contacts_unit_fk', ['campaign', 'unit'], 'unit', ['campaign', 'id'])
    .execute()
  await db.schema
    .alterTable('target_issue')
    .addColumn('effective_from', 'text', (column) => column.notNull().defaultTo(''))
    .execute()
  for (const column of ['draft', 'decider', 'minutes', 'approved_on', 'note'] as const) {
    await db.schema.alterTable('target_issue').addColumn(column, 'text').execute()
  }
  // Issues of before were in force from the first day of their year.
  await sql`update target_issue set effective_from =
    (select cast(year as text) || '-01-01' from campaign where campaign.id = target_issue.campaign)`.execute(db)
  await db.schema
    .createTable('target_draft')
    .addColumn('number', 'text', (column) => column.primaryKey())
    .addColumn('campaign', 'text', (column) => column.notNull().references('campaign.id'))
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('sample', 'integer', (column) => column.notNull())
    .addColumn('targets', 'text', (column) => column.notNull())
    .addColumn('status', 'text', (column) =>
      column.notNull().check(sql`status in ('draft', 'approved', 'issued', 'withdrawn')`),
    )
    .addColumn('drafted_by', 'text', (column) => column.notNull())
    .addColumn('drafted_at', 'text', (column) => column.notNull())
    .addColumn('decider', 'text')
    .addColumn('minutes', 'text')
    .addColumn('approved_on', 'text')
    .addColumn('approved_by', 'text')
    .addColumn('approver_role', 'text')
    .addColumn('issue', 'integer')
    .execute()
  await db.schema.alterTable('run').addColumn('signer_role', 'text').execute()
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('run').dropColumn('signer_role').execute()
  for (const table of ['target_draft', 'unit_contacts', 'sign_in_failure']) await db.schema.dropTable(table).execute()
  for (const column of ['effective_from', 'draft', 'decider', 'minutes', 'approved_on', 'note']) {
    await db.schema.alterTable('target_issue').dropColumn(column).execute()
  }
  for (const column of ['kind', 'from_day', 'to_day']) await db.schema.alterTable('unit').dropColumn(column).execute()
  for (const column of ['password_kind', 'disabled_at']) {
    await db.schema.alterTable('account').dropColumn(column).execute()
  }
  await sql`delete from account where role = 'leader'`.execute(db)
  await accounts(db, ['clerk', 'verifier', 'office'])
}

/** Lets accounts have these roles and no others. */
async function accounts(db: Kysely<unknown>, roles: readonly string[]): Promise<void> {
  const allowed = sql`role in (${sql.join(roles.map((role) => sql.lit(role)))})`
  if (db.getExecutor().adapter instanceof PostgresAdapter) {
    await db.schema.alterTable('account').dropConstraint('account_role_check').execute()
    await db.schema.alterTable('account').addCheckConstraint('account_role_check', allowed).execute()
    return
  }
  // SQLite cannot change a check in place. Migrations run without references: else dropping the table would delete what refers to it.
  await db.schema
    .createTable('account_rebuilt')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('email', 'text', (column) => column.notNull().unique())
    .addColumn('email_verified', 'integer', (column) => column.notNull())
    .addColumn('image', 'text')
    .addColumn('username', 'text', (column) => column.unique())
    .addColumn('role', 'text', (column) => column.notNull().check(allowed))
    .addColumn('unit', 'text')
    .addColumn('created_at', 'date', (column) => column.notNull())
    .addColumn('updated_at', 'date', (column) => column.notNull())
    .addCheckConstraint('clerk_has_unit', sql`role <> 'clerk' or unit is not null`)
    .execute()
  const columns = sql.raw('id, name, email, email_verified, image, username, role, unit, created_at, updated_at')
  await sql`insert into account_rebuilt (${columns}) select ${columns} from account`.execute(db)
  await db.schema.dropTable('account').execute()
  await db.schema.alterTable('account_rebuilt').renameTo('account').execute()
  const broken = await sql`pragma foreign_key_check`.execute(db)
  if (broken.rows.length > 0) throw new Error('the rebuilt table of accounts does not hold what refers to it')
}
