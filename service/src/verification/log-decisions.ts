import type { Kysely } from 'kysely'
import { appendAudit } from '../audit/append.ts'
import type { Database } from '../db/schema.ts'
import type { StoredEvidence } from '../evidence/evidence-file.ts'
import type { DecidedReport } from './decided-report.ts'
import { wholeReport, type VerdictOnItem } from './decision.ts'

/** Who decides, and for which bureau. */
export interface Verifier {
  readonly account: string
  readonly username: string
  readonly bureau: string
}

/** That somebody decides. */
export interface Act {
  readonly campaign: string
  readonly by: Verifier
  readonly at: Date
}

/**
 * One line for what was verified, one for what was returned; old is what stood in the report, or the decision before. `evidence`
 * is what the bureau saw beside the report's items.
 */
export async function logDecisions(
  trx: Kysely<Database>,
  { campaign, by, at }: Act,
  decided: DecidedReport,
  fresh: readonly VerdictOnItem[],
  evidence: readonly StoredEvidence[],
): Promise<void> {
  const { report, items, decisions } = decided
  const parts = [
    ['report.returned', fresh.filter(({ verdict }) => verdict === 'return')],
    ['figure.verified', fresh.filter(({ verdict }) => verdict !== 'return')],
  ] as const
  for (const [action, verdicts] of parts) {
    if (verdicts.length === 0) continue
    const before = verdicts.map(({ item }) => {
      const earlier = decisions.get(item)?.get(by.bureau)
      if (earlier) return { item, verdict: earlier.verdict, adjustment: earlier.adjustment }
      const one = items.find((each) => each.item === item)
      return { item, ...(one?.kind === 'row' ? { cells: one.cells } : one && { value: one.value }) }
    })
    const reasons = verdicts.flatMap((verdict) => (verdict.verdict === 'approve' ? [] : [verdict.reason]))
    await appendAudit(trx, {
      campaign,
      actor: by.username,
      at,
      action,
      subject: `report/${report.unit}/${decided.form.id}`,
      before: { number: report.number, items: before },
      after: { number: report.number, bureau: by.bureau, items: verdicts, ...evidenceBeside(verdicts, evidence) },
      reason: reasons.join('；') || null,
    })
  }
}

/** What stood beside the items decided about, by its hashes: nobody can say later that another file was looked at. */
function evidenceBeside(verdicts: readonly VerdictOnItem[], evidence: readonly StoredEvidence[]) {
  const isMeant = ({ item, withdrawn }: StoredEvidence) =>
    withdrawn === null && verdicts.some((verdict) => verdict.item === item || verdict.item === wholeReport)
  const beside = evidence.filter(isMeant).map(({ item, sha256 }) => ({ item, sha256 }))
  return beside.length > 0 ? { evidence: beside } : {}
}
