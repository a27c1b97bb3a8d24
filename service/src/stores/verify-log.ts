import type { Kysely } from 'kysely'
import { auditEntries, chainHead } from '../audit/store.ts'
import { verifyChain, type ChainFault, type ChainHead } from '../audit/verify-chain.ts'
import type { Database } from '../db/schema.ts'
import { verifyReports, type ReportFault } from '../reports/audited-reports.ts'
import { verifyRuns, type RunFault } from '../runs/verify-runs.ts'

/** What a walk through one campaign's log, its reports and its runs found. */
export interface LogCheck {
  readonly campaign: string
  readonly head: ChainHead
  readonly lines: number
  readonly faults: readonly (ChainFault | ReportFault | RunFault)[]
}

/** Walks the log of every campaign in the store and compares every report and every run with it; `noted` is a head written down earlier. */
export async function verifyLogs(db: Kysely<Database>, noted?: ChainHead): Promise<readonly LogCheck[]> {
  const checks: LogCheck[] = []
  for (const { id: campaign } of await db.selectFrom('campaign').select('id').orderBy('id').execute()) {
    const entries = await auditEntries(db, campaign)
    const head = await chainHead(db, campaign)
    const faults = [
      ...verifyChain(campaign, entries, head, noted),
      ...(await verifyReports(db, campaign, entries)),
      ...(await verifyRuns(db, campaign, entries)),
    ]
    checks.push({ campaign, head, lines: entries.length, faults })
  }
  return checks
}
