import type { Cells, FormRecord } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { Receipt } from '../reports/receipt.ts'

/** One report of the library's form, with the rows of the library by their 项目编号. */
export interface LibraryReport {
  readonly report: string
  readonly unit: string
  readonly window: string
  readonly windowEnd: string
  readonly receivedAt: string
  /** User name of who handed it in. */
  readonly by: string
  readonly rows: ReadonlyMap<string, Cells>
}

/** Every report of a form in the order of receipt: of one unit, or of all. */
export async function libraryReports(
  db: Kysely<Database>,
  { campaign, form, ledger, unit }: { campaign: string; form: string; ledger: string; unit?: string },
): Promise<readonly LibraryReport[]> {
  const rows = await db
    .selectFrom('submission')
    .innerJoin('account', 'account.id', 'submission.account')
    .select(['submission.number', 'submission.unit', 'submission.window', 'submission.window_end'])
    .select(['submission.received_at', 'submission.record', 'submission.receipt', 'account.username'])
    .where('submission.campaign', '=', campaign)
    .where('submission.form', '=', form)
    .$if(unit !== undefined, (query) => query.where('submission.unit', '=', unit ?? ''))
    .orderBy('submission.seq')
    .execute()
  return rows.map(({ number, unit: of, window, window_end, received_at, record, receipt, username }) => ({
    report: number,
    unit: of,
    window,
    windowEnd: window_end,
    receivedAt: received_at,
    by: username,
    rows: numberedRows(ledger, JSON.parse(record) as FormRecord, JSON.parse(receipt) as Receipt),
  }))
}

function numberedRows(ledger: string, { ledgers }: FormRecord, { numbers }: Receipt): ReadonlyMap<string, Cells> {
  return new Map(
    numbers
      .filter((entry) => entry.ledger === ledger)
      .map(({ row, number }) => [number, ledgers[ledger]?.[row] ?? {}] as const),
  )
}
