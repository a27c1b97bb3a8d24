import type { Pack } from '@kaohe/shared-rules'
import type { Kysely } from 'kysely'
import type { Role } from '../access/rules.ts'
import { appendAudit } from '../audit/append.ts'
import type { Database } from '../db/schema.ts'
import { ProblemError } from '../problem.ts'
import { openRectifications } from '../rectifications/open.ts'
import { lockCampaign } from '../reports/store.ts'
import { decisionFault } from './awarded.ts'
import type { RunDeps } from './draft.ts'
import { sealOf, type Run } from './run.ts'
import { beSound } from './sound-run.ts'
import { addAwardDecision, awardDecisions, findRun, publishRun, signRun } from './store.ts'

interface By {
  readonly account: string
  readonly actor: string
  readonly role: Role
}

/** The run under the campaign's lock, in the state this step needs: draft → signed → published, and nothing back. */
async function inState(trx: Kysely<Database>, campaign: string, number: string, status: Run['status']): Promise<Run> {
  await lockCampaign(trx, campaign)
  const run = await findRun(trx, campaign, number)
  if (!run) throw new ProblemError({ type: 'not-found' })
  if (run.status !== status) throw new ProblemError({ type: 'run-state', run: number, status: run.status })
  await beSound(trx, campaign, run)
  return run
}

/** How many win an award of a draft, and who of those tied at the line. */
export async function decideAward(
  { db, campaign, clock }: RunDeps,
  pack: Pack,
  { number }: Run,
  given: By & { award: string; count: number; chosen: readonly string[]; decider: string; reason: string },
): Promise<void> {
  const { account, actor, role: _, ...decision } = given
  const at = clock.now()
  await db.transaction().execute(async (trx) => {
    const run = await inState(trx, campaign.id, number, 'draft')
    const fault = decisionFault(pack, run, decision)
    if (fault) throw new ProblemError({ type: 'invalid-request', issues: [fault] })
    const before = (await awardDecisions(trx, number)).find(({ award }) => award === decision.award)
    await addAwardDecision(trx, { ...decision, run: number, account, at: at.toISOString() })
    const { award, count, chosen, decider, reason } = decision
    await appendAudit(trx, {
      campaign: campaign.id,
      actor,
      at,
      action: 'award.decided',
      subject: `run/${number}/${award}`,
      before: before && { count: before.count, chosen: before.chosen },
      after: { count, chosen, decider },
      reason,
    })
  })
}

/** Seals a draft with all that was decided about it. From here on nothing of it changes. */
export async function sign(
  { db, campaign, clock }: RunDeps,
  number: string,
  { actor, role, decider, document }: By & { decider: string; document: string },
): Promise<void> {
  const at = clock.now()
  await db.transaction().execute(async (trx) => {
    const run = await inState(trx, campaign.id, number, 'draft')
    const seal = sealOf(run, await awardDecisions(trx, number))
    await signRun(trx, number, { decider, document, seal, role, at: at.toISOString() })
    await appendAudit(trx, {
      campaign: campaign.id,
      actor,
      at,
      action: 'run.signed',
      subject: `run/${number}`,
      before: { status: 'draft' },
      after: { status: 'signed', decider, document, role, hash: run.hash, seal },
    })
  })
}

/** Makes a signed run visible to all units, and opens a rectification for every task it found missed. */
export async function publish(
  { db, campaign, clock }: RunDeps,
  pack: Pack,
  number: string,
  { actor }: By,
): Promise<void> {
  const at = clock.now()
  await db.transaction().execute(async (trx) => {
    const run = await inState(trx, campaign.id, number, 'signed')
    await publishRun(trx, number, at.toISOString())
    await appendAudit(trx, {
      campaign: campaign.id,
      actor,
      at,
      action: 'run.published',
      subject: `run/${number}`,
      before: { status: 'signed' },
      after: { status: 'published' },
    })
    await openRectifications(trx, pack, run, { campaign, actor, at })
  })
}
