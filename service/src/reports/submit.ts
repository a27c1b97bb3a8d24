import { fingerprint, type Form } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import { chinaDay } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError, type Problem } from '../problem.ts'
import { targetsOf, unitsOf } from '../register/store.ts'
import { windowsAt, type ReportWindow } from '../register/windows.ts'
import { recordsByForm, revisionOf } from './revision.ts'
import { closedFor } from '../windows/access.ts'
import { windowDecisions } from '../windows/store.ts'
import { accept } from './accept.ts'
import { misfits } from './fits-form.ts'
import { judge, type Case } from './judge.ts'
import { keepMismatch } from './mismatches.ts'
import { nilFault } from './report-state.ts'
import type { Receipt } from './receipt.ts'
import { findByKey, latestReports, lockCampaign } from './store.ts'
import type { Sender, Submission, SubmitDeps } from './submission.ts'

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
    const place = { unit: sender.unit, form: form.id }
    const state = closedFor(window, place, await windowDecisions(trx, campaign.id), now)
    if (state !== null) throw new ProblemError({ type: 'window-closed', window: window.id, state })
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

/** Is this report meant for the rules and the template in force, and for a window there is? */
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
  const nil = submission.nil === true ? nilFault(form, record) : null
  const issues = [...misfits(form, record), ...(nil === null ? [] : [{ path: 'nil', message: nil }])]
  if (issues.length > 0) throw new ProblemError({ type: 'invalid-request', issues })
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

const invalid = (path: string, message: string): ProblemError =>
  new ProblemError({ type: 'invalid-request', issues: [{ path, message }] })
