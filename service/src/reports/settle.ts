import type { Kysely } from 'kysely'
import { appendChanges } from '../audit/append.ts'
import { chinaDay } from '../clock.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { archivedFor } from '../projects/archive.ts'
import { accept, received, type Accepted } from './accept.ts'
import { addReports } from './add-reports.ts'
import { admit } from './admit.ts'
import { judge, type Case } from './judge.ts'
import { keepMismatches, type Mismatch } from './mismatches.ts'
import type { Receipt } from './receipt.ts'
import type { ReadRegister, RegisterInForce } from './register-in-force.ts'
import { recordsByForm, revisionOf } from './revision.ts'
import { findByKeys, lockCampaign, type GivenReceipt } from './store.ts'
import type { Arrival, SubmitDeps } from './submission.ts'
import { unitPasts, type UnitPast } from './unit-pasts.ts'

/** What became of one report: its receipt, new or given before, or the error to answer it with. */
export type Settled =
  | { readonly kind: 'new' | 'repeated'; readonly receipt: Receipt }
  | { readonly kind: 'refused'; readonly error: unknown }

export interface SettleDeps extends SubmitDeps {
  readonly register: ReadRegister
}

/** A report meant for a form and a window that takes it; not judged yet. */
type Admitted = { readonly kind: 'admitted'; readonly arrival: Arrival } & ReturnType<typeof admit>

/**
 * Takes several reports in, or refuses them, each by itself. One transaction holds everything, under the campaign's lock:
 * the same key sent twice, at once or after a crash, is one submission with one receipt. All that is needed is read first,
 * judged in memory in the order of arrival, and written at the end; nobody is answered before the commit.
 *
 * No two of the arrivals may be of one unit or of one account: each is judged by what was stored before.
 */
export async function settle(deps: SettleDeps, arrivals: readonly Arrival[]): Promise<readonly Settled[]> {
  const { db, campaign, register: readRegister } = deps
  return db.transaction().execute(async (trx) => {
    const before = await lockCampaign(trx, campaign.id)
    const register = await readRegister(trx)
    const keys = arrivals.map(({ sender: { account, idempotencyKey } }) => ({ account, idempotencyKey }))
    const given = await findByKeys(trx, keys)
    const admitted = arrivals.map((arrival) =>
      attempt((): Settled | Admitted => {
        const repeated = receiptFor(given, arrival)
        if (repeated) return { kind: 'repeated', receipt: repeated }
        return { kind: 'admitted', arrival, ...admit(deps, register, arrival) }
      }),
    )
    const pasts = await unitPasts(trx, campaign.id, admitted.flatMap(placeOf))
    const accepted: Accepted[] = []
    const mismatches: Mismatch[] = []
    const settled = admitted.map((one) => {
      if (one.kind !== 'admitted') return one
      return attempt((): Settled => {
        const past = pasts.get(one.arrival.sender.unit) ?? { reports: [], numbers: [] }
        const submitted = caseOf(deps, register, past, one)
        const judgement = judge(submitted)
        if (judgement.kind === 'refused') throw new ProblemError(judgement.problem)
        const { arrival, form, window } = one
        const { preview } = arrival.submission
        if (judgement.kind === 'mismatch') {
          mismatches.push({ ...arrival, judgement, receivedAt: arrival.at.toISOString() })
          throw new ProblemError({ type: 'parity-mismatch', preview, computed: judgement.fingerprints })
        }
        const earlier = past.reports.find((report) => report.form === form.id)
        const count = before + accepted.length + 1
        const taken = accept(deps, { arrival, submitted, judgement, window, earlier, known: past.numbers, count })
        accepted.push(taken)
        return { kind: 'new', receipt: taken.receipt }
      })
    })
    await write(trx, campaign.id, accepted, mismatches)
    return settled
  })
}

async function write(
  trx: Kysely<Database>,
  campaign: string,
  accepted: readonly Accepted[],
  mismatches: readonly Mismatch[],
): Promise<void> {
  if (mismatches.length > 0) await keepMismatches(trx, mismatches)
  if (accepted.length === 0) return
  const contents = await addReports(
    trx,
    campaign,
    accepted.map(({ report }) => report),
  )
  const changes = accepted.map((one, at) => received(one, contents[at] ?? ''))
  await appendChanges(trx, campaign, changes)
}

/** The receipt this key was given before, if it was. */
function receiptFor(given: readonly GivenReceipt[], { sender, bodyHash }: Arrival): Receipt | undefined {
  const found = given.find(
    ({ account, idempotencyKey }) => account === sender.account && idempotencyKey === sender.idempotencyKey,
  )
  if (found && found.bodyHash !== bodyHash) throw new ProblemError({ type: 'idempotency-key-reused' })
  return found?.receipt
}

const placeOf = (one: Settled | Admitted) =>
  one.kind === 'admitted' ? [{ unit: one.arrival.sender.unit, until: one.window.end }] : []

function caseOf(
  { pack }: SettleDeps,
  register: RegisterInForce,
  past: UnitPast,
  { arrival: { sender, submission, at }, form, window }: Admitted,
): Case {
  const { units, targets: issued } = register.on(window.end)
  const unit = units.get(sender.unit)
  if (!unit) throw new ProblemError({ type: 'not-found' })
  const targets = issued[unit.id] ?? {}
  const records = recordsByForm(past.reports)
  const archived = archivedFor(pack, register.archive, { unit: unit.id, until: window.end })
  const current = revisionOf({ unit, targets, records, archived })
  if (submission.basis !== current) {
    throw new ProblemError({ type: 'standing-outdated', sent: submission.basis, current })
  }
  const { record, reasons, preview } = submission
  const days = { asOf: chinaDay(at), until: window.end }
  return { pack, form, unit, targets, records, archived, record, reasons, preview, ...days }
}

/** Turns what one report throws into its own answer, so that it stops no other. */
function attempt<Result>(work: () => Result): Result | Extract<Settled, { kind: 'refused' }> {
  try {
    return work()
  } catch (error) {
    return { kind: 'refused', error }
  }
}
