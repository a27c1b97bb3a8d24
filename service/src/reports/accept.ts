import type { Form } from '@kaohe/shared-rules'
import type { Change } from '../audit/append.ts'
import { timelinessOf, type ReportWindow } from '../register/windows.ts'
import type { NewReport } from './add-reports.ts'
import type { Case, Judgement } from './judge.ts'
import { numberRows, type IssuedNumber, type Numbering } from './numbers.ts'
import type { Receipt } from './receipt.ts'
import { receivedCells } from './received-cells.ts'
import type { StoredReport } from './store.ts'
import type { Arrival, SubmitDeps } from './submission.ts'

export interface Acceptable {
  readonly arrival: Arrival
  readonly submitted: Case
  readonly judgement: Extract<Judgement, { kind: 'accepted' }>
  readonly window: ReportWindow
  /** The unit's report of this form before, if there is one. */
  readonly earlier: StoredReport | undefined
  /** Numbers issued to the unit so far. */
  readonly known: readonly IssuedNumber[]
  /** Which of the campaign's accepted submissions this is, from 1. */
  readonly count: number
}

/**
 * A report that was judged good, with its receipt. What is stored of it is text by now: a group that waits for its commit
 * holds no more of each than is written and answered.
 */
export interface Accepted {
  readonly arrival: Arrival
  /** Of the unit's report before: its number and its window. */
  readonly before: Pick<StoredReport, 'number' | 'window'> | null
  readonly receipt: Receipt
  readonly report: NewReport
}

export function accept(deps: SubmitDeps, acceptable: Acceptable): Accepted {
  const { arrival, submitted, earlier, known } = acceptable
  const { form, unit, record } = submitted
  const numbering = numberRows(form, record, known, (counter) => projectNumber(form, unit.order, counter))
  const receipt = receiptFor(deps, acceptable, numbering)
  return {
    arrival,
    before: earlier ? { number: earlier.number, window: earlier.window } : null,
    receipt,
    report: { row: rowOf(deps, acceptable, receipt), issued: numbering.issued },
  }
}

/** What the log says of it; `content` is the fingerprint of what was stored. */
export function received({ arrival, before, receipt }: Accepted, content: string): Change {
  const { sender, submission, at } = arrival
  return {
    actor: sender.username,
    at,
    action: 'report.received',
    subject: `report/${receipt.unit.id}/${receipt.form}`,
    before,
    after: { number: receipt.number, window: receipt.window, content },
    reason: Object.values(submission.reasons).join('；') || null,
  }
}

function receiptFor(
  { campaign, pack, packHash }: SubmitDeps,
  { arrival, submitted, judgement, window, earlier, count }: Acceptable,
  numbering: Numbering,
): Receipt {
  const { unit, form, record } = submitted
  return {
    number: `${campaign.year}-${String(count).padStart(6, '0')}`,
    receivedAt: arrival.at.toISOString(),
    ...(arrival.sender.savedAt !== null && { savedAt: arrival.sender.savedAt }),
    unit,
    form: form.id,
    window: window.id,
    timeliness: timelinessOf(window, arrival.at),
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
}

function rowOf(
  { campaign }: SubmitDeps,
  { arrival, submitted: { record }, judgement, window }: Acceptable,
  receipt: Receipt,
): NewReport['row'] {
  const { sender, submission, bodyHash } = arrival
  return {
    number: receipt.number,
    campaign: campaign.id,
    account: sender.account,
    idempotency_key: sender.idempotencyKey,
    body_hash: bodyHash,
    unit: receipt.unit.id,
    form: receipt.form,
    window: receipt.window,
    window_end: window.end,
    received_at: receipt.receivedAt,
    timeliness: receipt.timeliness,
    pack: receipt.pack.hash,
    template: record.template,
    record: JSON.stringify(record),
    reasons: JSON.stringify(submission.reasons),
    facts: JSON.stringify(judgement.facts),
    result: JSON.stringify(judgement.result),
    inputs_fingerprint: judgement.fingerprints.inputs,
    result_fingerprint: judgement.fingerprints.result,
    receipt: JSON.stringify(receipt),
    nil: submission.nil === true ? 1 : null,
    saved_at: sender.savedAt,
  }
}

/** `2-01-0007`: 附件2, first unit of the register, its seventh row. Long enough a number that nobody reads it as a date. */
function projectNumber(form: Form, unitOrder: number, counter: number): string {
  const annex = form.annex.replace(/\D/g, '')
  return `${annex}-${String(unitOrder).padStart(2, '0')}-${String(counter).padStart(4, '0')}`
}
