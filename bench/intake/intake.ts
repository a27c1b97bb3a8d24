import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { hostileFiles } from '../../service/src/testing/hostile-files.ts'
import { openWorkbookReader } from '../../service/src/workbooks/reading/reader.ts'
import { writeWorkbook } from '../../service/src/workbooks/write-workbook.ts'
import { atLeast, atMost, median, medianMs, type Probe, type Row } from '../row.ts'
import { nodeOptions } from '../service/processes.ts'
import { unitsOfDistrict } from './districts.ts'
import { issuedForm, writeMails } from './mails.ts'

/** Workbooks that come and go. */
export const intake: readonly Probe[] = [
  { name: 'intake-300-workbooks', measure: consolidation },
  { name: 'intake-hostile-files', measure: hostile },
  { name: 'workbook-generation', measure: generation },
]

/** Whole runs, start of the process included, by turns: each does the same work on the same files. */
async function consolidation(): Promise<readonly Row[]> {
  const goal = 4
  const folder = await writeMails()
  try {
    const ours = { command: process.execPath, options: nodeOptions, file: 'consolidate.ts' }
    const theirs = { command: 'python3', options: [], file: 'consolidate.py' }
    const times = [0, 1, 2].map(() => [timed(ours, folder), timed(theirs, folder)] as const)
    const [own, peer] = [times.map(([time]) => time?.ms ?? NaN), times.map(([, time]) => time?.ms ?? NaN)]
    const named = times.map((pair) => pair.map((time) => time?.best))
    const row = { name: 'intake-300-workbooks', value: Math.round(median(own)), unit: 'ms', goal: '—', ok: null }
    const missing = { ...row, name: 'intake-300-beside-openpyxl', value: null, unit: '×', goal: `≥ ${goal.toString()}` }
    if (times.some(([, time]) => time === null)) return [row, missing]
    if (named.some(([one, other]) => one !== other)) throw new Error(`the two disagree: ${JSON.stringify(named)}`)
    return [row, atLeast('intake-300-beside-openpyxl', median(peer) / median(own), '×', goal)]
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Where Node keeps what it compiled, as an installed service has it; Python does so unasked. */
const NODE_COMPILE_CACHE = join(import.meta.dirname, '../../node_modules/.cache/node')

interface Script {
  readonly command: string
  readonly options: readonly string[]
  readonly file: string
}

/** How long a run took and whom it found; null where it cannot run here. */
function timed({ command, options, file }: Script, folder: string) {
  const env = { ...process.env, NODE_COMPILE_CACHE }
  const started = performance.now()
  const { status, stdout } = spawnSync(command, [...options, join(import.meta.dirname, file), folder], {
    encoding: 'utf8',
    env,
  })
  return status === 0 ? { ms: performance.now() - started, best: stdout.trim().split(' ').at(-1) } : null
}

/** Every file that hangs or crashes the usual libraries, one after the other: the slowest answer, and the memory it takes. */
async function hostile(): Promise<readonly Row[]> {
  const files = Object.entries(hostileFiles).map(([name, make]) => ({ name, ...make() }))
  const before = process.memoryUsage.rss()
  const reader = openWorkbookReader({ workers: 1 })
  // The service starts its worker once; what is measured is the file.
  await reader.read(Buffer.from('not a workbook'), [], [])
  let [slowest, most] = [0, 0]
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5)
  for (const { name, file, expected } of files) {
    const started = performance.now()
    const reading = await reader.read(file, [], [])
    slowest = Math.max(slowest, performance.now() - started)
    const answer = reading.kind === 'refused' ? reading.reason : reading.kind
    if (answer !== expected) throw new Error(`${name}: ${answer}, expected ${expected}`)
  }
  clearInterval(watch)
  await reader.close()
  return [
    atMost('intake-hostile-slowest', slowest, 'ms', 250),
    atMost('intake-hostile-memory', (most - before) / 1024 / 1024, 'MB', 150),
  ]
}

async function generation(): Promise<Row> {
  const units = unitsOfDistrict(0)
  const time = await medianMs(40, () => writeWorkbook(issuedForm(units, 'u7'), new Date(0)))
  return atMost('workbook-generation', time, 'ms', 15)
}
