import { z } from 'zod'
import { appendAudit } from '../audit/append.ts'
import type { Described } from '../contract/described.ts'
import { ProblemError, toldProblem, type Problem } from '../problem.ts'
import { toldProblemSchema } from '../problem-catalogue.ts'
import { findByKeys } from '../reports/store.ts'
import { loadUnits } from '../verification/load.ts'
import type { IntakeDeps, Intaker } from './deps.ts'
import { prepare } from './prepare.ts'
import { entriesOf, setReceipt, type Batch, type Entry } from './store.ts'
import { presentOf, type Present } from './view.ts'

/** One file to be accepted, as it was shown. */
export interface Acceptance {
  readonly seq: number
  /** Number of the report that it was shown to replace. */
  readonly against: string | null
  /** Sentences for its amber verdicts, by `reasonKey`. */
  readonly reasons: Readonly<Record<string, string>>
}

export const turnedDownSchema = z.strictObject({ seq: z.int(), problem: toldProblemSchema })
export type TurnedDown = Described<typeof turnedDownSchema>

/**
 * Hands files in one after the other, each by the very way a submission of the pane goes. One that is turned down leaves the
 * others alone; one that was accepted before stays as it is.
 */
export async function acceptEntries(
  deps: IntakeDeps,
  intaker: Intaker,
  batch: Batch,
  acceptances: readonly Acceptance[],
): Promise<readonly TurnedDown[]> {
  const present = await presentOf(deps, batch)
  const entries = await entriesOf(deps.db, batch.id)
  const turnedDown: TurnedDown[] = []
  for (const acceptance of acceptances) {
    const entry = entries.find(({ seq }) => seq === acceptance.seq)
    const problem = entry
      ? await acceptEntry(deps, intaker, batch, entry, acceptance, present)
      : nothingToAccept(acceptance.seq, '没有这份文件')
    if (problem) turnedDown.push({ seq: acceptance.seq, problem: toldProblem(problem) })
  }
  return turnedDown
}

async function acceptEntry(
  deps: IntakeDeps,
  intaker: Intaker,
  batch: Batch,
  { seq, sha256, name, finding, receipt }: Entry,
  { against, reasons }: Acceptance,
  present: Present,
): Promise<Problem | null> {
  const { db, campaign, pack, submit } = deps
  if (receipt !== null) return null
  if (finding.kind !== 'read') return nothingToAccept(seq, '这份文件中没有可以报送的内容')
  const form = present.forms.find(({ id }) => id === finding.form)
  const [unit] = await loadUnits(db, { campaign: campaign.id, pack, until: present.window.end, unit: finding.unit })
  if (!form || !unit) return nothingToAccept(seq, '名册或表已有变动，请重新导入')

  const key = `intake-${batch.id}-${seq}`
  // A process that died after the report was stored and before it was noted here.
  const given = await findByKeys(db, [{ account: intaker.account, idempotencyKey: key }])
  let number = given[0]?.receipt.number
  if (number === undefined) {
    const { submission, earlier } = prepare(deps, unit, { form, record: finding.record, ...present })
    const current = earlier?.number ?? null
    if (current !== against) return { type: 'standing-outdated', sent: against ?? '', current: current ?? '' }
    try {
      const sender = { ...intaker, unit: finding.unit, idempotencyKey: key, savedAt: null }
      number = (await submit(sender, { ...submission, reasons: { ...reasons } })).receipt.number
    } catch (error) {
      if (error instanceof ProblemError) return error.problem
      throw error
    }
  }
  const accepted = number
  await db.transaction().execute(async (trx) => {
    await setReceipt(trx, batch.id, seq, accepted)
    await appendAudit(trx, {
      campaign: campaign.id,
      actor: intaker.username,
      at: present.now,
      action: 'intake.accepted',
      subject: `report/${finding.unit}/${finding.form}`,
      after: { number: accepted, file: name, sha256 },
    })
  })
  return null
}

const nothingToAccept = (seq: number, message: string): Problem => ({
  type: 'invalid-request',
  issues: [{ path: `entries.${seq}`, message }],
})
