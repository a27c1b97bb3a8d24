import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadPack } from '../../service/src/packs/load-pack.ts'
import { atLeast, atMost, median, noted, type Row } from '../row.ts'
import { bareLoop } from './bare-loop.ts'
import { bodiesOf } from './bodies.ts'
import { campaign, prepareCampaign } from './campaign.ts'
import type { Planned } from './load.ts'
import { runLoad, startServer } from './processes.ts'

const connections = 32
const reportsEach = 20
const rounds = 9

/**
 * Whole submissions, signed in, validated, scored, logged and synced to disk, beside a bare loop on the same disk in the
 * same round. Each round has 32 clerks of its own, each on a connection of its own.
 */
export async function submissions(): Promise<readonly Row[]> {
  const parsed = loadPack(campaign)
  if (!parsed.ok) throw new Error('the shipped pack does not parse')
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'))
  const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`
  const clerks = await prepareCampaign(databaseUrl, connections * (rounds + 1))
  const server = await startServer(databaseUrl)
  const ratios: number[] = []
  const p99s: number[] = []
  const cpus: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const plans = clerks.slice(round * connections, (round + 1) * connections).map((clerk) =>
      bodiesOf(parsed.pack, clerk, reportsEach).map((body, report): Planned => ({
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
    const bodies = plans.flat().map(({ body = '' }) => body)
    const bareFirst = round % 2 === 0 && bareLoop(folder, bodies)
    const before = await server.usage()
    const { ms, latencies, statuses } = await runLoad(folder, { port: server.port, connections: plans })
    const bare = bareFirst === false ? bareLoop(folder, bodies) : bareFirst
    if (statuses['201'] !== bodies.length) throw new Error(`not all were taken: ${JSON.stringify(statuses)}`)
    // The first round warms up.
    if (round === 0) continue
    const after = await server.usage()
    cpus.push((after.cpu - before.cpu) / bodies.length)
    ratios.push(bodies.length / (ms / 1000) / bare)
    p99s.push(latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN)
  }
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  return [
    atLeast('service-submissions', median(ratios), '× a bare SQLite loop', 0.5),
    atMost('service-submission-p99', median(p99s), 'ms', 50),
    noted('service-submission-cpu', median(cpus), 'ms of one core for a submission'),
  ]
}
