import { fingerprint, type FormRecord } from '@kaohe/shared-rules'
import { sql, type Kysely, type Selectable } from 'kysely'
import type { Database, SubmissionTable } from '../db/schema.ts'
import type { Judgement } from './judge.ts'
import type { IssuedNumber } from './numbers.ts'
import type { Receipt } from './receipt.ts'

/** A report as it was accepted. */
export interface StoredReport {
  readonly number: string
  readonly unit: string
  readonly form: string
  readonly window: string
  readonly windowEnd: string
  readonly receivedAt: string
  readonly timeliness: 'on-time' | 'late'
  readonly record: FormRecord
  /** Sentences for amber verdicts. */
  readonly reasons: Readonly<Record<string, string>>
  /** The unit states that there is nothing to report. */
  readonly nil: boolean
  readonly receipt: Receipt
}

export interface NewReport {
  readonly campaign: string
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

/** Takes the write lock before anything is read, so that two submissions never compute from the same past. */
export async function lockCampaign(db: Kysely<Database>, campaign: string): Promise<void> {
  await db
    .updateTable('campaign')
    .set(({ ref }) => ({ submissions: ref('submissions') }))
    .where('id', '=', campaign)
    .execute()
}

/** Counts the campaign's accepted submissions up and returns the new count. */
export async function nextSubmission(db: Kysely<Database>, campaign: string): Promise<number> {
  const row = await db
    .updateTable('campaign')
    .set(({ eb }) => ({ submissions: eb('submissions', '+', 1) }))
    .where('id', '=', campaign)
    .returning('submissions')
    .executeTakeFirstOrThrow()
  return row.submissions
}

/** The receipt already given for this account's key, with the content it was given for. */
export async function findByKey(
  db: Kysely<Database>,
  account: string,
  key: string,
): Promise<{ readonly bodyHash: string; readonly receipt: Receipt } | undefined> {
  const row = await db
    .selectFrom('submission')
    .select(['body_hash', 'receipt'])
    .where('account', '=', account)
    .where('idempotency_key', '=', key)
    .executeTakeFirst()
  return row && { bodyHash: row.body_hash, receipt: JSON.parse(row.receipt) as Receipt }
}

export async function findReceipt(
  db: Kysely<Database>,
  campaign: string,
  number: string,
): Promise<Receipt | undefined> {
  const row = await db
    .selectFrom('submission')
    .select('receipt')
    .where('campaign', '=', campaign)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && (JSON.parse(row.receipt) as Receipt)
}

export async function findReport(
  db: Kysely<Database>,
  campaign: string,
  number: string,
): Promise<StoredReport | undefined> {
  const row = await db
    .selectFrom('submission')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && toReport(row)
}

/** The latest report of each form of a window that ends by `until`, numbers `without` aside: of one unit, or of all. */
export async function latestReports(
  db: Kysely<Database>,
  {
    campaign,
    unit,
    until,
    without = [],
  }: { campaign: string; unit?: string; until: string; without?: readonly string[] },
): Promise<readonly StoredReport[]> {
  const ordered = db
    .selectFrom('submission')
    .selectAll()
    .select(sql<number>`row_number() over (partition by unit, form order by window_end desc, seq desc)`.as('age'))
    .where('campaign', '=', campaign)
    .where('window_end', '<=', until)
    .$if(unit !== undefined, (query) => query.where('unit', '=', unit ?? ''))
    .$if(without.length > 0, (query) => query.where('number', 'not in', without))
  const rows = await db.selectFrom(ordered.as('ordered')).selectAll().where('age', '=', 1).orderBy('seq').execute()
  return rows.map(toReport)
}

export async function issuedNumbers(
  db: Kysely<Database>,
  campaign: string,
  unit: string,
): Promise<readonly IssuedNumber[]> {
  return db
    .selectFrom('ledger_number')
    .select(['ledger', 'number', 'counter', 'identity'])
    .where('campaign', '=', campaign)
    .where('unit', '=', unit)
    .orderBy('ledger')
    .orderBy('counter')
    .execute()
}

/** Every report for a window, in the order of receipt. */
export async function reportsForWindow(
  db: Kysely<Database>,
  campaign: string,
  window: string,
): Promise<readonly StoredReport[]> {
  const rows = await db
    .selectFrom('submission')
    .selectAll()
    .where('campaign', '=', campaign)
    .where('window', '=', window)
    .orderBy('seq')
    .execute()
  return rows.map(toReport)
}

/** Appends a report with the numbers issued for it. Nothing of it is ever changed. Returns the fingerprint of what was stored. */
export async function addReport(db: Kysely<Database>, report: NewReport): Promise<string> {
  const { campaign, receipt, accepted, issued } = report
  const row = await db
    .insertInto('submission')
    .values({
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
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  if (issued.length > 0) {
    const common = { campaign, unit: receipt.unit.id, submission: receipt.number }
    await db
      .insertInto('ledger_number')
      .values(issued.map((entry) => ({ ...entry, ...common })))
      .execute()
  }
  return reportContent(row)
}

/** The fingerprint of a stored report: what the log says was received. A column that came later and is empty changes nothing. */
export function reportContent(row: Selectable<SubmissionTable>): string {
  return fingerprint(Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)))
}

function toReport(row: Selectable<SubmissionTable>): StoredReport {
  return {
    number: row.number,
    unit: row.unit,
    form: row.form,
    window: row.window,
    windowEnd: row.window_end,
    receivedAt: row.received_at,
    timeliness: row.timeliness,
    record: JSON.parse(row.record) as FormRecord,
    reasons: JSON.parse(row.reasons) as Record<string, string>,
    nil: row.nil === 1,
    receipt: JSON.parse(row.receipt) as Receipt,
  }
}
