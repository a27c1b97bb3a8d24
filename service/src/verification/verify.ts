import { isDeepStrictEqual } from 'node:util'
import type { Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { bureausOfPlace } from '../evidence/place.ts'
import { evidenceOf } from '../evidence/store.ts'
import { ProblemError } from '../problem.ts'
import type { Campaign } from '../register/store.ts'
import { findReport, latestReports, lockCampaign, type StoredReport } from '../reports/store.ts'
import { decidedReport, reportItems, type DecidedReport } from './decided-report.ts'
import { adjustmentFault, verdictSchema, wholeReport, type VerdictOnItem } from './decision.ts'
import { logDecisions, type Act, type Verifier } from './log-decisions.ts'
import { bureausOfForm, bureausOfItem } from './responsible.ts'
import { addDecisions, decisionsOnItems, standingDecisions, type NewDecision } from './store.ts'

export interface VerifyDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly pack: Pack
  readonly clock: Clock
}

export const verificationSchema = z.strictObject({
  /** Number of the report that was looked at. */
  report: z.string().max(32),
  decisions: z.array(verdictSchema).max(2000),
  /** 其余认可: whatever of this report the bureau has not decided about yet. */
  rest: z.literal('approve').optional(),
})
export type Verification = z.infer<typeof verificationSchema>

/** Takes a bureau's decisions about one report in, all or none, and logs them. Returns the report they are about. */
export async function verify(deps: VerifyDeps, by: Verifier, verification: Verification): Promise<StoredReport> {
  const { db, campaign, pack } = deps
  const at = deps.clock.now()
  return db.transaction().execute(async (trx) => {
    await lockCampaign(trx, campaign.id)
    const report = await currentReport(trx, campaign.id, verification.report)
    const form = pack.forms.find(({ id }) => id === report?.form)
    if (!report || !form || !bureausOfForm(pack, form, report.unit).has(by.bureau)) {
      throw new ProblemError({ type: 'not-found' })
    }
    const scope = { campaign: campaign.id, unit: report.unit }
    const onItems = await decisionsOnItems(trx, scope, reportItems(form, report))
    const known = [...(await standingDecisions(trx, scope)), ...onItems]
    const decided = decidedReport(form, report, known)
    const issues = verification.decisions.flatMap((verdict, index) => {
      const message = fault(pack, decided, by.bureau, verdict, verification.decisions)
      return message === null ? [] : [{ path: `decisions.${index}`, message }]
    })
    if (issues.length > 0) throw new ProblemError({ type: 'invalid-request', issues })

    const verdicts = [
      ...verification.decisions,
      ...(verification.rest ? undecided(pack, decided, by.bureau, verification) : []),
    ]
    const fresh = verdicts.filter((verdict) => !isInForce(decided, by.bureau, verdict))
    await addDecisions(
      trx,
      fresh.map((verdict) => toDecision(decided, verdict, { campaign: campaign.id, by, at })),
    )
    const evidence = await evidenceOf(trx, { ...scope, form: form.id })
    const seen = evidence.filter((one) => bureausOfPlace(pack, one).includes(by.bureau))
    await logDecisions(trx, { campaign: campaign.id, by, at }, decided, fresh, seen)
    return report
  })
}

/** The report by its number, if its unit has not handed in another for that window or an earlier one since. */
async function currentReport(trx: Kysely<Database>, campaign: string, number: string) {
  const report = await findReport(trx, campaign, number)
  if (!report) return undefined
  const latest = await latestReports(trx, { campaign, units: [report.unit], until: report.windowEnd })
  const current = latest.find(({ form }) => form === report.form)?.number ?? null
  if (current !== number) throw new ProblemError({ type: 'report-outdated', sent: number, current })
  return report
}

function fault(
  pack: Pack,
  { form, report, items }: DecidedReport,
  bureau: string,
  verdict: VerdictOnItem,
  all: readonly VerdictOnItem[],
): string | null {
  if (all.filter(({ item }) => item === verdict.item).length > 1) return '同一行给了两个结论'
  if (verdict.item === wholeReport) return verdict.verdict === 'return' ? null : '整表只能退回；全部认可请用 rest'
  const item = items.find((one) => one.item === verdict.item)
  if (!item) return `此报送中没有“${verdict.item}”`
  if (!bureausOfItem(pack, report.unit, item).includes(bureau)) return '此项不归本单位核定'
  return verdict.verdict === 'adjust' ? adjustmentFault(form, item, verdict.adjustment) : null
}

function undecided(
  pack: Pack,
  { report, items, decisions }: DecidedReport,
  bureau: string,
  { decisions: given }: Verification,
): readonly VerdictOnItem[] {
  return (
    items
      .filter((item) => bureausOfItem(pack, report.unit, item).includes(bureau))
      .filter(({ item }) => !decisions.get(item)?.has(bureau) && !given.some((one) => one.item === item))
      // A blank figure claims nothing that could be approved.
      .filter((item) => item.kind === 'row' || item.value !== null)
      .map(({ item }) => ({ item, verdict: 'approve' }))
  )
}

function isInForce({ decisions, returned }: DecidedReport, bureau: string, verdict: VerdictOnItem): boolean {
  if (verdict.item === wholeReport) return returned.some((one) => one.bureau === bureau)
  const before = decisions.get(verdict.item)?.get(bureau)
  if (before?.verdict !== verdict.verdict) return false
  switch (verdict.verdict) {
    case 'approve':
      return true
    case 'adjust':
      return before.reason === verdict.reason && isDeepStrictEqual(before.adjustment, verdict.adjustment)
    case 'return':
      return before.reason === verdict.reason
  }
}

function toDecision(
  { form, report, items }: DecidedReport,
  verdict: VerdictOnItem,
  { campaign, by, at }: Act,
): NewDecision {
  const item = items.find((one) => one.item === verdict.item)
  return {
    campaign,
    bureau: by.bureau,
    unit: report.unit,
    form: form.id,
    item: verdict.item,
    content: item?.content ?? report.number,
    verdict: verdict.verdict,
    report: report.number,
    window: report.window,
    windowEnd: report.windowEnd,
    adjustment: verdict.verdict === 'adjust' ? verdict.adjustment : null,
    reason: verdict.verdict === 'approve' ? null : verdict.reason,
    account: by.account,
    by: by.username,
    at: at.toISOString(),
  }
}
