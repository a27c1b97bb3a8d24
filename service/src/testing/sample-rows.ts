import { sql, type Kysely } from 'kysely'
import { tablesInOrder } from '../db/tables.ts'
import type { Database } from '../db/schema.ts'

type Row = Readonly<Record<string, unknown>>
type Rows = Readonly<Record<string, readonly Row[]>>

/**
 * One made-up row in each table that is not in `known`: every table is `the-<table>`, and a column that is called like a table
 * names that one. What a check or a reference asks for besides stands here; a new table that asks for more is refused by the
 * database, and its columns are added.
 */
const asked: Readonly<Record<string, unknown>> = {
  'account.role': 'clerk',
  'evidence_piece.file': 'the-evidence_file',
  'judge_score.panel': 'the-judging_panel',
  'intake_entry.batch': 'the-intake_batch',
  'verification_decision.report': 'the-submission',
  'verification_decision.verdict': 'approve',
  'run.status': 'draft',
  'unit_contacts.status': 'proposed',
  'target_draft.status': 'draft',
  'project_decision.kind': 'admitted',
  'objection.outcome': 'upheld',
  'campaign.year': 2019,
}

export async function addSampleRows(db: Kysely<Database>, known: readonly string[]): Promise<readonly string[]> {
  const tables = await tablesInOrder(db)
  const described = await db.introspection.getTables()
  for (const table of tables.filter((name) => !known.includes(name))) {
    const columns = described.find(({ name }) => name === table)?.columns ?? []
    const row = columns.map(({ name, dataType }) => [name, asked[`${table}.${name}`] ?? sample(table, name, dataType)])
    await db
      .insertInto(table as 'unit')
      .values(Object.fromEntries(row) as never)
      .execute()
  }
  return tables
}

function sample(table: string, column: string, dataType: string): unknown {
  if (/int/i.test(dataType)) return 1
  if (/^(id|number|hash)$/.test(column)) return `the-${table}`
  return `the-${column.replace(/_id$/, '')}`
}

/** Every row of these tables. */
export async function rowsOf(db: Kysely<Database>, tables: readonly string[]): Promise<Rows> {
  const found: [string, readonly Row[]][] = []
  for (const table of tables) found.push([table, (await sql<Row>`select * from ${sql.table(table)}`.execute(db)).rows])
  return Object.fromEntries(found)
}
