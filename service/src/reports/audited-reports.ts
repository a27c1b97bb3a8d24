import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { AuditEntry } from '../audit/entry.ts'
import type { Database } from '../db/schema.ts'
import { isContentOf } from './report-content.ts'

export interface ReportFault {
  readonly kind: 'report-altered' | 'report-missing' | 'report-unlogged'
  readonly number: string
}

const receivedSchema = z.object({ number: z.string(), content: z.string() })

/** Compares every stored report with what the log says was received: altered since, gone, or never logged. */
export async function verifyReports(
  db: Kysely<Database>,
  campaign: string,
  entries: readonly AuditEntry[],
): Promise<readonly ReportFault[]> {
  const logged = new Map<string, string>()
  for (const { action, after } of entries) {
    const received = action === 'report.received' && receivedSchema.safeParse(JSON.parse(after ?? 'null'))
    if (received && received.success) logged.set(received.data.number, received.data.content)
  }
  const faults: ReportFault[] = []
  // One at a time: a year's reports of a district are more than should be held at once.
  for await (const row of db.selectFrom('submission').selectAll().where('campaign', '=', campaign).stream(100)) {
    const content = logged.get(row.number)
    logged.delete(row.number)
    if (content === undefined) faults.push({ kind: 'report-unlogged', number: row.number })
    else if (!isContentOf(row, content)) faults.push({ kind: 'report-altered', number: row.number })
  }
  return [...faults, ...[...logged.keys()].map((number) => ({ kind: 'report-missing' as const, number }))]
}
