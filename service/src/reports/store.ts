import type { FormRecord } from '@kaohe/shared-rules'
import type { Kysely, Selectable } from 'kysely'
import type { SubmissionTable } from '../db/report-tables.ts'
import type { Database } from '../db/schema.ts'
import type { IssuedNumber } from './numbers.ts'
import { oneReportOfEach } from './places.ts'
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
  /** By the clock of the machine it was saved on, where that was said. */
  readonly savedAt: string | null
  readonly record: FormRecord
  /** Sentences for amber verdicts. */
  readonly reasons: Readonly<Record<string, string>>
  /** The unit states that there is nothing to report. */
  readonly nil: boolean
  readonly receipt: Receipt
}

/**
 * Takes the write lock before anything is read, so that two submissions never compute from the same past. Returns how many
 * were accepted so far.
 */
export async function lockCampaign(db: Kysely<Database>, campaign: string): Promise<number> {
  const { submissions } = await db
    .updateTable('campaign')
    .set(({ ref }) => ({ submissions: ref('submissions') }))
    .where('id', '=', campaign)
    .returning('submissions')
    .executeTakeFirstOrThrow()
  return submissions
}

/** A receipt already given, with the key it was given for and the content it was given about. */
export interface GivenReceipt {
  readonly account: string
  readonly idempotencyKey: string
  readonly bodyHash: string
  readonly receipt: Receipt
}

/** Receipts already given for these accounts' keys. */
export async function findByKeys(
  db: Kysely<Database>,
  keys: readonly Pick<GivenReceipt, 'account' | 'idempotencyKey'>[],
): Promise<readonly GivenReceipt[]> {
  const rows = await db
    .selectFrom('submission')
    .select(['account', 'idempotency_key', 'body_hash', 'receipt'])
    .where(({ and, or, eb }) =>
      or(
        keys.map(({ account, idempotencyKey }) =>
          and([eb('account', '=', account), eb('idempotency_key', '=', idempotencyKey)]),
        ),
      ),
    )
    .execute()
  return rows.map(({ account, idempotency_key: idempotencyKey, body_hash: bodyHash, receipt }) => ({
    account,
    idempotencyKey,
    bodyHash,
    receipt: JSON.parse(receipt) as Receipt,
  }))
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
    .select(reportColumns)
    .where('campaign', '=', campaign)
    .where('number', '=', number)
    .executeTakeFirst()
  return row && toReport(row)
}

/** The latest report of each form for a window that ends by `until`, numbers `without` aside: of some units, or of all. */
export async function latestReports(
  db: Kysely<Database>,
  {
    until,
    without = [],
    ...of
  }: { campaign: string; units?: readonly string[]; until: string; without?: readonly string[] },
): Promise<readonly StoredReport[]> {
  const rows = await oneReportOfEach(db, of, (reports) =>
    reports
      .where('one.window_end', '<=', until)
      .$if(without.length > 0, (query) => query.where('one.number', 'not in', without))
      .orderBy('one.window_end', 'desc')
      .orderBy('one.seq', 'desc'),
  )
    .select(reportColumns.map((column) => `submission.${column}` as const))
    .execute()
  return rows.map(toReport)
}

/** Every 项目编号 issued to these units. */
export async function issuedNumbers(
  db: Kysely<Database>,
  campaign: string,
  units: readonly string[],
): Promise<readonly (IssuedNumber & { readonly unit: string })[]> {
  return db
    .selectFrom('ledger_number')
    .select(['unit', 'ledger', 'number', 'counter', 'identity'])
    .where('campaign', '=', campaign)
    .where('unit', 'in', units)
    .orderBy('ledger')
    .orderBy('counter')
    .execute()
}

/** All but what was computed from a report: nothing that reads reports needs it. */
export const reportColumns = [
  'number',
  'unit',
  'form',
  'window',
  'window_end',
  'received_at',
  'timeliness',
  'saved_at',
  'record',
  'reasons',
  'nil',
  'receipt',
] as const

export function toReport(row: Pick<Selectable<SubmissionTable>, (typeof reportColumns)[number]>): StoredReport {
  let receipt: Receipt | undefined
  return {
    number: row.number,
    unit: row.unit,
    form: row.form,
    window: row.window,
    windowEnd: row.window_end,
    receivedAt: row.received_at,
    timeliness: row.timeliness,
    savedAt: row.saved_at,
    record: JSON.parse(row.record) as FormRecord,
    reasons: JSON.parse(row.reasons) as Record<string, string>,
    nil: row.nil === 1,
    // As long as all the rest, and seldom asked for.
    get receipt() {
      receipt ??= JSON.parse(row.receipt) as Receipt
      return receipt
    },
  }
}
