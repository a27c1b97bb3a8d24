import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { connect } from '../../service/src/db/connect.ts'
import { loadPack } from '../../service/src/packs/load-pack.ts'
import { draftRun } from '../../service/src/runs/draft.ts'
import { packHash } from '../../shared-rules/src/index.ts'
import { atMost, median, noted, type Row } from '../row.ts'
import { campaign, prepareCampaign, start } from './campaign.ts'
import type { Planned } from './load.ts'
import { runLoad, startServer } from './processes.ts'
import { reportWindow } from './bodies.ts'

const units = 100_000
const readers = 4
const pagesEach = 100
const rounds = 3

/**
 * Pages of 100 rows anywhere in a published run of 100,000 units, asked for by four clerks at once. The run is a real one of
 * the shipped campaign with its rows repeated under other names; what it was computed from is kept at full length beside it.
 */
export async function pages(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'))
  const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`
  const clerks = await prepareCampaign(databaseUrl, readers)
  const run = await publishLargeRun(databaseUrl)
  const server = await startServer(databaseUrl)
  const p99s: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const connections = clerks.map(({ token }, reader) =>
      Array.from({ length: pagesEach }, (_, at): Planned => {
        const after = ((round * 7919 + reader * 104_729 + at * 15_485_863) % (units / 100)) * 100
        const path = `/api/v1/runs/${run}/rankings/town?after=${after.toString()}&limit=100`
        return { method: 'GET', path, headers: { authorization: `Bearer ${token}` } }
      }),
    )
    const { latencies, statuses } = await runLoad(folder, { port: server.port, connections })
    if (statuses['200'] !== readers * pagesEach) throw new Error(`not all were read: ${JSON.stringify(statuses)}`)
    // The first round warms up.
    if (round > 0) p99s.push(latencies[Math.floor(latencies.length * 0.99)] ?? Number.NaN)
  }
  const { memory } = await server.usage()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  return [
    atMost('service-run-page-p99', median(p99s), 'ms, 100 rows of a run of 100,000 units, 4 readers at once', 20),
    noted('service-run-page-memory', memory, 'MB after 1,600 such pages'),
  ]
}

async function publishLargeRun(databaseUrl: string): Promise<string> {
  const parsed = loadPack(campaign)
  if (!parsed.ok) throw new Error('the shipped pack does not parse')
  const { pack } = parsed
  const db = connect(databaseUrl)
  const of = { id: campaign, title: pack.title, year: pack.year }
  const deps = { db, campaign: of, pack, packHash: packHash(pack), clock: { now: () => start, demo: true } }
  const { number } = await draftRun(deps, { window: reportWindow, title: 'benchmark', actor: 'office' })
  const rows = await db.selectFrom('run_row').selectAll().where('run', '=', number).execute()
  await db.deleteFrom('run_row').where('run', '=', number).execute()
  const many = Array.from({ length: units }, (_, at) => {
    const row = rows[at % rows.length]
    if (!row) throw new Error('the run ranks nobody')
    return { ...row, pool: 'town', position: at + 1, unit: `${row.unit}-${at.toString()}` }
  })
  for (let at = 0; at < many.length; at += 1000) {
    await db
      .insertInto('run_row')
      .values(many.slice(at, at + 1000))
      .execute()
  }
  // Frozen columns are no column the product would ever update.
  const inputs = JSON.stringify(many.map(({ figures }) => figures))
  await sql`update run set inputs = ${inputs}, status = 'published' where number = ${number}`.execute(db)
  await db.destroy()
  return number
}
