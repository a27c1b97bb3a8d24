import type { Kysely, Selectable } from 'kysely'
import type { SubmissionTable } from '../db/report-tables.ts'
import type { Database } from '../db/schema.ts'
import type { IssuedNumber } from './numbers.ts'
import { contentOf } from './report-content.ts'

/** A report as it is to be stored, all but its place in the order, and the numbers issued for it. */
export interface NewReport {
  readonly row: Omit<Selectable<SubmissionTable>, 'seq'>
  readonly issued: readonly IssuedNumber[]
}

/** So many rows go into one statement: both databases bound the number of its parameters. */
const rowsAtOnce = 1000

/**
 * Appends reports with the numbers issued for them, and counts them. Nothing of them is ever changed. Returns the
 * fingerprint of each as it was stored, in the same order.
 */
export async function addReports(
  db: Kysely<Database>,
  campaign: string,
  reports: readonly NewReport[],
): Promise<readonly string[]> {
  const rows = reports.map(({ row }) => row)
  const stored = await db.insertInto('submission').values(rows).returning(['seq', 'number']).execute()
  const seqs = new Map(stored.map(({ seq, number }) => [number, seq]))
  const issued = reports.flatMap(({ row: { unit, number: submission }, issued: numbers }) =>
    numbers.map((number) => ({ ...number, campaign, unit, submission })),
  )
  for (let at = 0; at < issued.length; at += rowsAtOnce) {
    await db
      .insertInto('ledger_number')
      .values(issued.slice(at, at + rowsAtOnce))
      .execute()
  }
  await db
    .updateTable('campaign')
    .set(({ eb }) => ({ submissions: eb('submissions', '+', reports.length) }))
    .where('id', '=', campaign)
    .execute()
  return rows.map((row) => contentOf({ ...row, seq: seqs.get(row.number) }))
}
