import type { FormRecord } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { Receipt } from '../reports/receipt.ts'

/** A report of the past, with who handed it in. */
export interface PastReport {
  readonly number: string
  readonly unit: string
  readonly form: string
  readonly window: string
  readonly windowEnd: string
  readonly receivedAt: string
  readonly timeliness: 'on-time' | 'late'
  readonly nil: boolean
  readonly record: FormRecord
  readonly reasons: Readonly<Record<string, string>>
  readonly receipt: Receipt
  /** Null once the account is gone. */
  readonly by: string | null
}

interface Asked {
  readonly campaign: string
  readonly unit: string
  readonly form?: string
  readonly limit: number
}

/** A unit's reports, the latest first. */
export async function pastReports(
  db: Kysely<Database>,
  { campaign, unit, form, limit }: Asked,
): Promise<readonly PastReport[]> {
  const rows = await db
    .selectFrom('submission')
    .leftJoin('account', 'account.id', 'submission.account')
    .selectAll('submission')
    .select('account.name as by')
    .where('submission.campaign', '=', campaign)
    .where('submission.unit', '=', unit)
    .$if(form !== undefined, (query) => query.where('submission.form', '=', form ?? ''))
    .orderBy('submission.seq', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    number: row.number,
    unit: row.unit,
    form: row.form,
    window: row.window,
    windowEnd: row.window_end,
    receivedAt: row.received_at,
    timeliness: row.timeliness,
    nil: row.nil === 1,
    record: JSON.parse(row.record) as FormRecord,
    reasons: JSON.parse(row.reasons) as Record<string, string>,
    receipt: JSON.parse(row.receipt) as Receipt,
    by: row.by,
  }))
}
