import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { loadPack } from '../../service/src/packs/load-pack.ts'
import { reportsOf } from './bodies.ts'
import { campaign, prepareCampaign, prepareStaff } from './campaign.ts'
import { emptyTally, goals, openMix, type Deed, type Tally } from './load-mix.ts'
import { startServer } from './processes.ts'

/**
 * Minutes of mixed load at half of what the service can do here: 64 clerks read their standing, report, and read the windows;
 * between them reports are verified, the ranking is read, and workbooks are looked at. Ends by itself. Exits with 1 when an
 * answer is an error, when 99 of 100 answers of a kind take longer than its goal, or when memory is not flat.
 */
const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } })
const minutes = Number(values.minutes)
if (!(minutes >= 1 && minutes <= 120)) throw new Error('--minutes takes a number from 1 to 120')

const clerksAtWork = 64
const probeMs = 20_000
/** The service may hold 400 MB under load, and what reads uploads 150 MB more. */
const mostMemoryMb = 550
/** Of a service that keeps nothing, from the end of the first minute to the end of the last. */
const mostGrowthMb = 50

const parsed = loadPack(campaign)
if (!parsed.ok) throw new Error('the shipped pack does not parse')
const { pack } = parsed
const folder = mkdtempSync(join(tmpdir(), 'kaohe-load-'))
const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`
const clerks = await prepareCampaign(databaseUrl, clerksAtWork)
// An account may write 120 times a minute, so several share what is verified.
const staff = await prepareStaff(databaseUrl, { verifiers: 16, office: 4 })
const server = await startServer(databaseUrl)
const bodies = clerks.map((clerk) => reportsOf(pack, clerk))
const turn = await openMix({ port: server.port, clerks, bodies, ...staff })

/** Turns of all clerks until the time is over, each no sooner than `everyMs` after the one before; turns in a second. */
async function work(tally: Tally, forMs: number, everyMs: number): Promise<number> {
  const started = performance.now()
  let turns = 0
  await Promise.all(
    clerks.map(async (_, at) => {
      // Not all at once: people come when they come.
      await setTimeout((everyMs * at) / clerks.length)
      while (performance.now() - started < forMs) {
        const begun = performance.now()
        await turn(at, tally)
        turns += 1
        await setTimeout(Math.max(0, everyMs - (performance.now() - begun)))
      }
    }),
  )
  return turns / ((performance.now() - started) / 1000)
}

/** Memory and machine load, every five seconds until stopped. */
function watch() {
  const stopped = new AbortController()
  const memory: number[] = []
  const loads: number[] = []
  const watching = (async () => {
    while (!stopped.signal.aborted) {
      memory.push((await server.usage()).memory)
      loads.push(loadavg()[0] ?? 0)
      await setTimeout(5000, undefined, { signal: stopped.signal }).catch(() => undefined)
    }
  })()
  return { memory, loads, stop: () => (stopped.abort(), watching) }
}

const warmUp = emptyTally()
const capacity = await work(warmUp, probeMs, 0)
const tally = emptyTally()
const watched = watch()
const everyMs = (clerksAtWork / (capacity / 2)) * 1000
const rates: number[] = []
let afterFirst = 0
for (let minute = 1; minute <= minutes; minute += 1) {
  rates.push(await work(tally, 60_000, everyMs))
  if (minute === 1) afterFirst = watched.memory.at(-1) ?? 0
}
await watched.stop()
await server.stop()
rmSync(folder, { recursive: true, force: true })

const at = (sorted: readonly number[], part: number) => Math.round(sorted[Math.floor(sorted.length * part)] ?? NaN)
const deeds = (Object.keys(goals) as Deed[]).map((deed) => {
  const sorted = tally.ms[deed].toSorted((a, b) => a - b)
  return { deed, count: sorted.length, p50: at(sorted, 0.5), p99: at(sorted, 0.99), goal: goals[deed] }
})
const errors = [...warmUp.errors, ...tally.errors]
const peak = Math.max(...watched.memory)
const growth = (watched.memory.at(-1) ?? 0) - afterFirst
const missed = [
  ...deeds
    .filter(({ p99, goal }) => !(p99 <= goal))
    .map(({ deed, p99, goal }) => `p99 of ${deed}: ${p99} > ${goal} ms`),
  ...(errors.length > 0 ? [`${errors.length} errors`] : []),
  ...(peak > mostMemoryMb ? [`memory: ${Math.round(peak)} > ${mostMemoryMb} MB`] : []),
  ...(growth > mostGrowthMb ? [`memory grew by ${Math.round(growth)} > ${mostGrowthMb} MB`] : []),
]
const mean = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length
const outcome = {
  minutes,
  capacityPerSecond: Number(capacity.toFixed(1)),
  turnsPerSecond: Number(mean(rates).toFixed(1)),
  deeds,
  errors: errors.length,
  memoryMb: { afterFirstMinute: Math.round(afterFirst), peak: Math.round(peak), growth: Math.round(growth) },
  machineLoad: { mean: Number(mean(watched.loads).toFixed(1)), most: Number(Math.max(...watched.loads).toFixed(1)) },
  missed,
}
process.stdout.write(`${JSON.stringify(outcome, null, 2)}\n`)
if (missed.length > 0) {
  process.stderr.write(`${errors.slice(0, 5).join('\n')}\n`)
  process.exitCode = 1
}
