import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { atLeast, atMost, median, noted, type Row } from '../row.ts'
import { bareLoop } from './bare-loop.ts'
import { prepareCampaign } from './campaign.ts'
import { startServer } from './processes.ts'
import { connections, plansOf, submitAll } from './submit-round.ts'

const rounds = 9

/**
 * Whole submissions, signed in, validated, scored, logged and synced to disk, beside a bare loop on the same disk in the
 * same round. Each round has 32 clerks of its own, each on a connection of its own.
 */
export async function submissions(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'))
  const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`
  const clerks = await prepareCampaign(databaseUrl, connections * (rounds + 1))
  const server = await startServer(databaseUrl)
  const ratios: number[] = []
  const p99s: number[] = []
  const cpus: number[] = []
  const memories: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const plans = plansOf(clerks.slice(round * connections, (round + 1) * connections))
    const bodies = plans.flat().map(({ body = '' }) => body)
    const bareFirst = round % 2 === 0 && bareLoop(folder, bodies)
    const before = await server.usage()
    const { perSecond, p99 } = await submitAll(folder, server.port, plans)
    const bare = bareFirst === false ? bareLoop(folder, bodies) : bareFirst
    const after = await server.usage()
    memories.push(after.memory)
    // The first round warms up.
    if (round === 0) continue
    cpus.push((after.cpu - before.cpu) / bodies.length)
    ratios.push(perSecond / bare)
    p99s.push(p99)
  }
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  return [
    atLeast('service-submissions', median(ratios), '× a bare SQLite loop', 0.5),
    atMost('service-submission-p99', median(p99s), 'ms', 50),
    noted('service-submission-cpu', median(cpus), 'ms of one core for a submission'),
    atMost('service-submission-memory', Math.max(...memories), 'MB, the most after any round', 400),
  ]
}
