import { loadPack } from '../../service/src/packs/load-pack.ts'
import { bodiesOf } from './bodies.ts'
import { campaign, type Clerk } from './campaign.ts'
import type { Planned } from './load.ts'
import { runLoad } from './processes.ts'

export const connections = 32
export const reportsEach = 20

const parsed = loadPack(campaign)
if (!parsed.ok) throw new Error('the shipped pack does not parse')
const { pack } = parsed

/** Each clerk's reports of a round, to be sent one after the other on a connection of the clerk's own. */
export const plansOf = (clerks: readonly Clerk[]): readonly (readonly Planned[])[] =>
  clerks.map((clerk) =>
    bodiesOf(pack, clerk, reportsEach).map((body, report): Planned => ({
      method: 'POST',
      path: '/api/v1/submissions',
      headers: {
        authorization: `Bearer ${clerk.token}`,
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body).toString(),
        'idempotency-key': `${clerk.unit.id}-${report.toString()}`,
      },
      body,
    })),
  )

/** Sends them all; reports taken in a second, and the time within which 99 of 100 were answered. */
export async function submitAll(folder: string, port: number, plans: readonly (readonly Planned[])[]) {
  const { ms, latencies, statuses } = await runLoad(folder, { port, connections: plans })
  const count = plans.flat().length
  if (statuses['201'] !== count) throw new Error(`not all were taken: ${JSON.stringify(statuses)}`)
  return { perSecond: count / (ms / 1000), p99: latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN }
}
