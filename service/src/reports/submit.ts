import { setImmediate } from 'node:timers/promises'
import { fingerprint } from '@kaohe/shared-rules'
import { isAway } from '../db/connect.ts'
import { registerInForce } from './register-in-force.ts'
import { settle, type SettleDeps, type Settled } from './settle.ts'
import type { Arrival, Sender, Submission, SubmitDeps } from './submission.ts'

type Accepted = Exclude<Settled, { kind: 'refused' }>
/** Takes a report in, or rejects with the problem it is refused for. Answered only when it is safely stored. */
export type Submit = (sender: Sender, submission: Submission) => Promise<Accepted>

interface Waiting {
  readonly arrival: Arrival
  readonly answer: (settled: Settled) => void
}

/** So many reports share a commit at most; each holds the event loop for less than a millisecond. */
const mostAtOnce = 32

/**
 * The way in for reports. Those that wait at the same time go through one transaction, since the sync to disk costs as much
 * as all the rest of a submission; one that comes alone waits for nobody.
 */
export function submitting(deps: SubmitDeps): Submit {
  const settleDeps = { ...deps, register: registerInForce(deps.campaign.id) }
  let waiting: readonly Waiting[] = []
  let busy = false

  async function work(): Promise<void> {
    busy = true
    while (waiting.length > 0) {
      // What has arrived in this turn of the event loop comes along.
      await setImmediate()
      const group = groupOf(waiting)
      waiting = waiting.filter((one) => !group.includes(one))
      const settled = await settleOrFail(
        settleDeps,
        group.map(({ arrival }) => arrival),
      )
      for (const [at, { answer }] of group.entries()) answer(settled[at] ?? noAnswer)
    }
    busy = false
  }

  return async (sender, submission) => {
    const arrival = { sender, submission, bodyHash: fingerprint(submission), at: deps.clock.now() }
    const settled = await new Promise<Settled>((answer) => {
      waiting = [...waiting, { arrival, answer }]
      if (!busy) void work()
    })
    if (settled.kind === 'refused') throw settled.error
    return settled
  }
}

/** The first that wait, one of each unit and account: a unit's next report builds on the one before. */
function groupOf(waiting: readonly Waiting[]): readonly Waiting[] {
  const taken = new Set<string>()
  return waiting
    .filter(({ arrival: { sender } }) => {
      const names = [`unit ${sender.unit}`, `account ${sender.account}`]
      const first = !names.some((name) => taken.has(name))
      for (const name of names) taken.add(name)
      return first
    })
    .slice(0, mostAtOnce)
}

/**
 * Settles a group. If its transaction fails, each is tried by itself, so that one that cannot be stored stops no other;
 * should the commit have succeeded after all, its key finds the receipt.
 */
async function settleOrFail(deps: SettleDeps, arrivals: readonly Arrival[]): Promise<readonly Settled[]> {
  try {
    return await settle(deps, arrivals)
  } catch (error) {
    // While the database is away each would only wait for it in turn.
    if (arrivals.length === 1 || isAway(error)) return arrivals.map(() => ({ kind: 'refused', error }))
    const apart: Settled[] = []
    for (const arrival of arrivals) apart.push(...(await settleOrFail(deps, [arrival])))
    return apart
  }
}

const noAnswer: Settled = { kind: 'refused', error: new Error('a report was left without an answer') }
