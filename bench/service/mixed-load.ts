import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { loadPack } from '../../service/src/packs/load-pack.ts'
import { reportsOf } from './bodies.ts'
import { campaign, prepareCampaign, type Clerk } from './campaign.ts'
import { startServer } from './processes.ts'

/**
 * Minutes of mixed load at half of what the service can do here: reports, and between them what the pane reads with each.
 * Ends by itself; fails on any answer that is an error, or when memory keeps rising.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const minutes = Number(values.minutes)
const clerksAtWork = 64
const probeMs = 10_000

const parsed = loadPack(campaign)
if (!parsed.ok) throw new Error('the shipped pack does not parse')
const { pack } = parsed
const folder = mkdtempSync(join(tmpdir(), 'kaohe-load-'))
const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`
const clerks = await prepareCampaign(databaseUrl, clerksAtWork)
const server = await startServer(databaseUrl)
const latencies: number[] = []
const errors: string[] = []

async function ask(clerk: Clerk, path: string, init: RequestInit = {}): Promise<void> {
  const sent = performance.now()
  const headers = { authorization: `Bearer ${clerk.token}`, 'content-type': 'application/json', ...init.headers }
  const answer = await fetch(`http://127.0.0.1:${server.port.toString()}/api/v1${path}`, { ...init, headers })
  await answer.arrayBuffer()
  latencies.push(performance.now() - sent)
  if (!answer.ok) errors.push(`${answer.status.toString()} ${path}`)
}

const reports = clerks.map((clerk) => reportsOf(pack, clerk))
const sent = clerks.map(() => 0)

/** One clerk's turn: the standing, a report, its receipt again, the windows. */
async function turn(at: number): Promise<void> {
  const [clerk, report] = [clerks[at], reports[at]]
  if (!clerk || !report) return
  await ask(clerk, '/standing?window=2019-06-1')
  sent[at] = (sent[at] ?? 0) + 1
  const key = `${clerk.unit.id}-${String(sent[at])}`
  const body = report.next().value
  await ask(clerk, '/submissions', { method: 'POST', body, headers: { 'idempotency-key': key } })
  await ask(clerk, '/windows')
}

/** Turns of all clerks until the time is over, each no sooner than `everyMs` after the one before; turns in a second. */
async function work(forMs: number, everyMs: number): Promise<number> {
  const started = performance.now()
  let turns = 0
  await Promise.all(
    clerks.map(async (_, at) => {
      while (performance.now() - started < forMs) {
        const begun = performance.now()
        await turn(at)
        turns += 1
        await setTimeout(Math.max(0, everyMs - (performance.now() - begun)))
      }
    }),
  )
  return turns / (forMs / 1000)
}

const capacity = await work(probeMs, 0)
latencies.length = 0
const before = await server.usage()
const memories: number[] = []
let rate = 0
for (let minute = 0; minute < minutes; minute += 1) {
  rate += (await work(60_000, (clerksAtWork / (capacity / 2)) * 1000)) / minutes
  memories.push((await server.usage()).memory)
}
const sorted = latencies.toSorted((a, b) => a - b)
const p99 = sorted[Math.floor(sorted.length * 0.99)] ?? Number.NaN
await server.stop()
rmSync(folder, { recursive: true, force: true })

const outcome = {
  minutes,
  reportsPerSecond: Number(rate.toFixed(1)),
  capacity: Number(capacity.toFixed(1)),
  requests: latencies.length,
  errors: errors.length,
  p99Ms: Math.round(p99),
  memoryMb: [before.memory, ...memories].map(Math.round),
}
process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`)
const half = memories[Math.floor(memories.length / 2)] ?? 0
const isFlat = (memories.at(-1) ?? 0) <= Math.max(400, half * 1.1)
if (errors.length > 0 || !isFlat) {
  process.stderr.write(`${errors.slice(0, 5).join('\n')}\n`)
  process.exitCode = 1
}
