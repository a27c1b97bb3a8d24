import type { Form } from '@kaohe/shared-rules'
import type { Change } from '../audit/append.ts'
import { timelinessOf, type ReportWindow } from '../register/windows.ts'
import type { NewReport } from './add-reports.ts'
import type { Case, Judgement } from './judge.ts'
import { numberRows, type IssuedNumber } from './numbers.ts'
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

/** A report that was judged good, as it is to be stored, with its receipt. */
export function accept({ campaign, pack, packHash }: SubmitDeps, acceptable: Acceptable): NewReport {
  const { arrival, submitted, judgement, window, earlier, known, count } = acceptable
  const { sender, submission, bodyHash, at } = arrival
  const { unit, form, record } = submitted
  const numbering = numberRows(form, record, known, (counter) => projectNumber(form, unit.order, counter))
  const receipt: Receipt = {
    number: `${campaign.year}-${String(count).padStart(6, '0')}`,
    receivedAt: at.toISOString(),
    unit,
    form: form.id,
    window: window.id,
    timeliness: timelinessOf(window, at),
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
  return {
    account: sender.account,
    idempotencyKey: sender.idempotencyKey,
    bodyHash,
    windowEnd: window.end,
    record,
    reasons: submission.reasons,
    nil: submission.nil === true,
    accepted: judgement,
    receipt,
    issued: numbering.issued,
  }
}

/** What the log says of it; `content` is the fingerprint of what was stored. */
export function received({ arrival, earlier }: Acceptable, { receipt }: NewReport, content: string): Change {
  const { sender, submission, at } = arrival
  return {
    actor: sender.username,
    at,
    action: 'report.received',
    subject: `report/${receipt.unit.id}/${receipt.form}`,
    before: earlier ? { number: earlier.number, window: earlier.window } : null,
    after: { number: receipt.number, window: receipt.window, content },
    reason: Object.values(submission.reasons).join('；') || null,
  }
}

/** `2-01-0007`: 附件2, first unit of the register, its seventh row. Long enough a number that nobody reads it as a date. */
function projectNumber(form: Form, unitOrder: number, counter: number): string {
  const annex = form.annex.replace(/\D/g, '')
  return `${annex}-${String(unitOrder).padStart(2, '0')}-${String(counter).padStart(4, '0')}`
}
