import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { engine } from './engine/engine.ts'
import { peers } from './engine/peers.ts'
import { intake } from './intake/intake.ts'
import { pane } from './pane/pane.ts'
import type { Row } from './row.ts'
import { service } from './service/service.ts'

const { values } = parseArgs({ options: { json: { type: 'boolean' }, only: { type: 'string' } } })

const probes = [...engine, ...peers, ...service, ...intake, ...pane].filter(
  ({ name }) => values.only === undefined || name.startsWith(values.only),
)
if (probes.length === 0) {
  process.stderr.write(`no such row: ${values.only ?? ''}\n`)
  process.exit(1)
}

const loadBefore = loadavg()[0] ?? 0
const rows: Row[] = []
for (const { measure } of probes) {
  for (const row of [await measure()].flat()) {
    rows.push(row)
    if (values.json !== true) process.stdout.write(`${line(row)}\n`)
  }
}
if (values.json === true) process.stdout.write(`${JSON.stringify(rows, null, 2)}\n`)
else {
  const machine = `${cpus().length.toString()} × ${cpus()[0]?.model ?? 'unknown'}`
  const loads = `load ${loadBefore.toFixed(1)} before, ${(loadavg()[0] ?? 0).toFixed(1)} after`
  process.stdout.write(`\n${machine}, Node ${process.version}, ${loads}\n`)
}
if (rows.some(({ ok }) => ok === false)) process.exitCode = 1

function line({ name, value, unit, goal, ok }: Row): string {
  const mark = ok === null ? '—' : ok ? 'ok' : 'MISSED'
  return `${mark.padEnd(7)}${name.padEnd(34)}${(value ?? '—').toString().padStart(10)} ${unit} (${goal})`
}
