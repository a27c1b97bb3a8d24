import { fingerprint, type FormRecord } from '@kaohe/shared-rules'
import type { Insertable, Kysely, Selectable } from 'kysely'
import type { SubmissionTable } from '../db/report-tables.ts'
import type { Database } from '../db/schema.ts'
import type { Judgement } from './judge.ts'
import type { IssuedNumber } from './numbers.ts'
import type { Receipt } from './receipt.ts'

export interface NewReport {
  readonly account: string
  readonly idempotencyKey: string
  readonly bodyHash: string
  readonly windowEnd: string
  readonly record: FormRecord
  readonly reasons: Readonly<Record<string, string>>
  readonly nil: boolean
  readonly accepted: Extract<Judgement, { kind: 'accepted' }>
  readonly receipt: Receipt
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
  const rows = reports.map((report) => rowOf(campaign, report))
  const stored = await db.insertInto('submission').values(rows).returning(['seq', 'number']).execute()
  const seqs = new Map(stored.map(({ seq, number }) => [number, seq]))
  const issued = reports.flatMap(({ receipt, issued: numbers }) =>
    numbers.map((number) => ({ ...number, campaign, unit: receipt.unit.id, submission: receipt.number })),
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
  return rows.map((row) => reportContent({ ...row, seq: seqs.get(row.number) }))
}

/** The fingerprint of a stored report: what the log says was received. A column that came later and is empty changes nothing. */
export function reportContent(row: Readonly<Record<string, unknown>>): string {
  return fingerprint(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)))
}

function rowOf(campaign: string, report: NewReport): Omit<Selectable<SubmissionTable>, 'seq'> {
  const { receipt, accepted } = report
  return {
    number: receipt.number,
    campaign,
    account: report.account,
    idempotency_key: report.idempotencyKey,
    body_hash: report.bodyHash,
    unit: receipt.unit.id,
    form: receipt.form,
    window: receipt.window,
    window_end: report.windowEnd,
    received_at: receipt.receivedAt,
    timeliness: receipt.timeliness,
    pack: receipt.pack.hash,
    template: report.record.template,
    record: JSON.stringify(report.record),
    reasons: JSON.stringify(report.reasons),
    facts: JSON.stringify(accepted.facts),
    result: JSON.stringify(accepted.result),
    inputs_fingerprint: accepted.fingerprints.inputs,
    result_fingerprint: accepted.fingerprints.result,
    receipt: JSON.stringify(receipt),
    nil: report.nil ? 1 : null,
  } satisfies Insertable<SubmissionTable>
}
