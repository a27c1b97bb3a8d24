import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { reportColumns, toReport, type StoredReport } from '../reports/store.ts'

/** A report of the past, with who handed it in. */
export interface PastReport extends StoredReport {
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
    .select(reportColumns.map((column) => `submission.${column}` as const))
    .select('account.name as by')
    .where('submission.campaign', '=', campaign)
    .where('submission.unit', '=', unit)
    .$if(form !== undefined, (query) => query.where('submission.form', '=', form ?? ''))
    .orderBy('submission.seq', 'desc')
    .limit(limit)
    .execute()
  // Not copied: its receipt is read when it is asked for.
  return rows.map(({ by, ...row }) => Object.assign(toReport(row), { by }))
}
