import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '../../service/src/testing/postgres.ts'
import { median, noted, type Row } from '../row.ts'
import { prepareCampaign } from './campaign.ts'
import { startServer } from './processes.ts'
import { connections, plansOf, submitAll } from './submit-round.ts'

const rounds = 4

/** The same whole submissions on PostgreSQL, synced to disk as it is set up by default, and on SQLite, in turns on one disk. */
export async function stores(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'))
  const postgres = await startPostgres({ durable: true })
  const urls = { sqlite: `sqlite:${join(folder, 'kaohe.db')}`, postgres: postgres.url }
  const open = async (url: string) => ({
    clerks: await prepareCampaign(url, connections * (rounds + 1)),
    server: await startServer(url),
    perSecond: [] as number[],
    p99s: [] as number[],
  })
  const both = { sqlite: await open(urls.sqlite), postgres: await open(urls.postgres) }
  for (let round = 0; round <= rounds; round += 1) {
    const order = round % 2 === 0 ? [both.sqlite, both.postgres] : [both.postgres, both.sqlite]
    for (const { clerks, server, perSecond, p99s } of order) {
      const plans = plansOf(clerks.slice(round * connections, (round + 1) * connections))
      const taken = await submitAll(folder, server.port, plans)
      // The first round warms up.
      if (round === 0) continue
      perSecond.push(taken.perSecond)
      p99s.push(taken.p99)
    }
  }
  for (const { server } of Object.values(both)) await server.stop()
  await postgres.remove()
  rmSync(folder, { recursive: true, force: true })
  const ratios = both.postgres.perSecond.map((rate, at) => rate / (both.sqlite.perSecond[at] ?? Number.NaN))
  return [
    noted('service-on-postgres', median(ratios), '× the submissions of the same service on SQLite'),
    noted('service-on-postgres-p99', median(both.postgres.p99s), 'ms'),
    noted('service-on-sqlite-p99', median(both.sqlite.p99s), 'ms in the same rounds'),
  ]
}
