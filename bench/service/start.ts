import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { atMost, median, type Row } from '../row.ts'
import { secret } from './campaign.ts'
import { nodeOptions, startServer } from './processes.ts'

const starts = 7
const main = join(import.meta.dirname, '../../service/src/main.ts')

/** From `npm start` (the process is spawned) to the first answer, on a database that is there; and the memory it holds then. */
export async function start(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-bench-'))
  const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`
  // The first start makes the database.
  await coldStart(databaseUrl)
  const times: number[] = []
  for (let at = 0; at < starts; at += 1) times.push(await coldStart(databaseUrl))
  const server = await startServer(databaseUrl)
  await fetch(`http://127.0.0.1:${server.port.toString()}/readyz`)
  const { memory } = await server.usage()
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
  return [
    atMost('service-start', median(times), 'ms from the start of the process to its first answer', 1000),
    atMost('service-start-memory', memory, 'MB idle', 200),
  ]
}

async function coldStart(databaseUrl: string): Promise<number> {
  const port = await freePort()
  const env = { SESSION_SECRET: secret, DATABASE_URL: databaseUrl, PORT: port.toString(), HOST: '127.0.0.1' }
  const started = performance.now()
  const child = spawn(process.execPath, [...nodeOptions, main], { env, stdio: 'ignore' })
  const exit = once(child, 'exit')
  let up = false
  while (!up) {
    up = await fetch(`http://127.0.0.1:${port.toString()}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    )
    if (child.exitCode !== null) throw new Error('the service ended instead of starting')
    if (!up) await setTimeout(2)
  }
  const ms = performance.now() - started
  child.kill('SIGTERM')
  await exit
  return ms
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
