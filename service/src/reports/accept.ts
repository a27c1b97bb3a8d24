import type { Form } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { appendAudit } from '../audit/append.ts'
import type { Database } from '../db/schema.ts'
import { timelinessOf, type ReportWindow } from '../register/windows.ts'
import type { Case, Judgement } from './judge.ts'
import { numberRows } from './numbers.ts'
import type { Receipt } from './receipt.ts'
import { receivedCells } from './received-cells.ts'
import { addReport, issuedNumbers, latestReports, nextSubmission } from './store.ts'
import type { Sender, Submission, SubmitDeps } from './submission.ts'

interface Acceptance {
  readonly sender: Sender
  readonly submission: Submission
  readonly bodyHash: string
  readonly submitted: Case
  readonly judgement: Extract<Judgement, { kind: 'accepted' }>
  readonly window: ReportWindow
  readonly now: Date
}

/** Stores a report that was judged good, with its numbers and its receipt, inside the caller's transaction. */
export async function accept(trx: Kysely<Database>, deps: SubmitDeps, acceptance: Acceptance): Promise<Receipt> {
  const { campaign, pack, packHash } = deps
  const { sender, submission, submitted, judgement, window, now } = acceptance
  const { unit, form, record } = submitted
  const count = await nextSubmission(trx, campaign.id)
  const known = await issuedNumbers(trx, campaign.id, unit.id)
  const numbering = numberRows(form, record, known, (counter) => projectNumber(form, unit.order, counter))
  const reports = await latestReports(trx, { campaign: campaign.id, unit: unit.id, until: window.end })
  const earlier = reports.find((report) => report.form === form.id)
  const receipt: Receipt = {
    number: `${campaign.year}-${String(count).padStart(6, '0')}`,
    receivedAt: now.toISOString(),
    unit,
    form: form.id,
    window: window.id,
    timeliness: timelinessOf(window, now),
    pack: { id: pack.id, version: pack.version, hash: packHash },
    fingerprints: judgement.fingerprints,
    total: judgement.result.total,
    indicators: judgement.result.indicators.map(({ indicator, shown, status }) => ({ indicator, shown, status })),
    cells: receivedCells(
      form,
      record,
      numbering,
      earlier ? { record: earlier.record, numbers: earlier.receipt.numbers } : null,
    ),
    numbers: numbering.numbers,
  }
  const content = await addReport(trx, {
    campaign: campaign.id,
    account: sender.account,
    idempotencyKey: sender.idempotencyKey,
    bodyHash: acceptance.bodyHash,
    windowEnd: window.end,
    record,
    reasons: submission.reasons,
    nil: submission.nil === true,
    accepted: judgement,
    receipt,
    issued: numbering.issued,
  })
  await appendAudit(trx, {
    campaign: campaign.id,
    actor: sender.username,
    at: now,
    action: 'report.received',
    subject: `report/${unit.id}/${form.id}`,
    before: earlier ? { number: earlier.number, window: earlier.window } : null,
    after: { number: receipt.number, window: window.id, content },
    reason: Object.values(submission.reasons).join('；') || null,
  })
  return receipt
}

/** `2-01-0007`: 附件2, first unit of the register, its seventh row. Long enough a number that nobody reads it as a date. */
function projectNumber(form: Form, unitOrder: number, counter: number): string {
  const annex = form.annex.replace(/\D/g, '')
  return `${annex}-${String(unitOrder).padStart(2, '0')}-${String(counter).padStart(4, '0')}`
}
