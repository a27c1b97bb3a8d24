import { fingerprint, formRecordSchema, type Form, type FormRecord, type Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { z } from 'zod'
import { chinaDay, type Clock } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError, type Problem } from '../problem.ts'
import { targetsOf, unitsOf, type Campaign } from '../register/store.ts'
import { timelinessOf, windowsAt, type ReportWindow } from '../register/windows.ts'
import { misfits } from './fits-form.ts'
import { judge, type Case, type Judgement } from './judge.ts'
import { keepMismatch } from './mismatches.ts'
import { numberRows } from './numbers.ts'
import type { Receipt } from './receipt.ts'
import { receivedCells } from './received-cells.ts'
import { recordsByForm, revisionOf } from './standing.ts'
import { addReport, findByKey, issuedNumbers, latestReports, lockCampaign, nextSubmission } from './store.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/, '须为 64 位十六进制指纹')

export const submitSchema = z.strictObject({
  form: z.string().max(64),
  window: z.string().max(32),
  /** Hash of the pack the preview was computed by. */
  pack: hash,
  /** Revision of the standing it was computed from. */
  basis: hash,
  record: formRecordSchema,
  /** Sentences for amber verdicts, by `reasonKey`. */
  reasons: z.record(z.string().max(200), z.string().trim().min(1).max(500)),
  preview: z.strictObject({ inputs: hash, result: hash }),
})
export type Submission = z.infer<typeof submitSchema>

export interface SubmitDeps {
  readonly db: Kysely<Database>
  readonly campaign: Campaign
  readonly pack: Pack
  readonly packHash: string
  readonly clock: Clock
}

export interface Sender {
  readonly account: string
  readonly unit: string
  readonly idempotencyKey: string
  readonly requestId: string
}

type Settled =
  | { readonly kind: 'new' | 'repeated'; readonly receipt: Receipt }
  | { readonly kind: 'mismatch'; readonly problem: Problem }

/**
 * Takes a report in, or refuses it whole. One transaction holds everything, under the campaign's lock: the same key
 * sent twice, at once or after a crash, is one submission with one receipt.
 */
export async function submit(
  deps: SubmitDeps,
  sender: Sender,
  submission: Submission,
): Promise<Extract<Settled, { receipt: Receipt }>> {
  const { db, campaign } = deps
  const bodyHash = fingerprint(submission)
  const now = deps.clock.now()
  const settled = await db.transaction().execute(async (trx): Promise<Settled> => {
    await lockCampaign(trx, campaign.id)
    const given = await findByKey(trx, sender.account, sender.idempotencyKey)
    if (given && given.bodyHash !== bodyHash) throw new ProblemError({ type: 'idempotency-key-reused' })
    if (given) return { kind: 'repeated', receipt: given.receipt }

    const { form, window } = admit(deps, submission, now)
    const submitted = await gather(trx, deps, { unitId: sender.unit, form, window, submission, now })
    const judgement = judge(submitted)
    if (judgement.kind === 'refused') throw new ProblemError(judgement.problem)
    if (judgement.kind === 'mismatch') {
      await keepMismatch(trx, { sender, submission, judgement, receivedAt: now.toISOString() })
      const { preview } = submission
      return { kind: 'mismatch', problem: { type: 'parity-mismatch', preview, computed: judgement.fingerprints } }
    }
    const receipt = await accept(trx, deps, { sender, submission, bodyHash, submitted, judgement, window, now })
    return { kind: 'new', receipt }
  })
  if (settled.kind === 'mismatch') throw new ProblemError(settled.problem)
  return settled
}

/** Is this report meant for the rules, the template and a window that are in force? */
function admit(
  { pack, packHash }: SubmitDeps,
  submission: Submission,
  now: Date,
): { readonly form: Form; readonly window: ReportWindow } {
  const { record } = submission
  if (submission.pack !== packHash) {
    const current = { id: pack.id, version: pack.version, hash: packHash }
    throw new ProblemError({ type: 'pack-outdated', sent: submission.pack, current })
  }
  const form = pack.forms.find(({ id }) => id === submission.form)
  const window = windowsAt(pack.calendar, now).find(({ id }) => id === submission.window)
  if (!form) throw invalid('form', '没有这个表')
  if (!window) throw invalid('window', '没有这个报送窗口')
  if (record.form !== form.id) throw invalid('record.form', '与 form 不一致')
  if (record.template !== form.template) {
    throw new ProblemError({ type: 'template-outdated', form: form.id, sent: record.template, current: form.template })
  }
  const issues = misfits(form, record)
  if (issues.length > 0) throw new ProblemError({ type: 'invalid-request', issues })
  if (window.state !== 'open') throw new ProblemError({ type: 'window-closed', window: window.id, state: window.state })
  return { form, window }
}

interface Gathering {
  readonly unitId: string
  readonly form: Form
  readonly window: ReportWindow
  readonly submission: Submission
  readonly now: Date
}

async function gather(
  trx: Kysely<Database>,
  { campaign, pack }: SubmitDeps,
  { unitId, form, window, submission, now }: Gathering,
): Promise<Case> {
  const unit = (await unitsOf(trx, campaign.id)).find(({ id }) => id === unitId)
  if (!unit) throw new ProblemError({ type: 'not-found' })
  const targets = (await targetsOf(trx, campaign.id))[unitId] ?? {}
  const records = recordsByForm(await latestReports(trx, { campaign: campaign.id, unit: unitId, until: window.end }))
  const current = revisionOf({ unit, targets, records })
  if (submission.basis !== current) {
    throw new ProblemError({ type: 'standing-outdated', sent: submission.basis, current })
  }
  const { record, reasons, preview } = submission
  return { pack, form, unit, targets, records, record, reasons, preview, asOf: chinaDay(now), until: window.end }
}

interface Acceptance {
  readonly sender: Sender
  readonly submission: Submission
  readonly bodyHash: string
  readonly submitted: Case
  readonly judgement: Extract<Judgement, { kind: 'accepted' }>
  readonly window: ReportWindow
  readonly now: Date
}

async function accept(trx: Kysely<Database>, deps: SubmitDeps, acceptance: Acceptance): Promise<Receipt> {
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
  await addReport(trx, {
    campaign: campaign.id,
    account: sender.account,
    idempotencyKey: sender.idempotencyKey,
    bodyHash: acceptance.bodyHash,
    windowEnd: window.end,
    record,
    reasons: submission.reasons,
    accepted: judgement,
    receipt,
    issued: numbering.issued,
  })
  return receipt
}

/** `2-01-0007`: 附件2, first unit of the register, its seventh row. Long enough a number that nobody reads it as a date. */
function projectNumber(form: Form, unitOrder: number, counter: number): string {
  const annex = form.annex.replace(/\D/g, '')
  return `${annex}-${String(unitOrder).padStart(2, '0')}-${String(counter).padStart(4, '0')}`
}

const invalid = (path: string, message: string): ProblemError =>
  new ProblemError({ type: 'invalid-request', issues: [{ path, message }] })
