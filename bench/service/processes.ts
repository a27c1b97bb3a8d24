import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Outcome, Plan } from './load.ts'
import type { Usage } from './server.ts'

/** What `npm start` tells Node. */
const { scripts } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')) as {
  readonly scripts: { readonly start: string }
}
export const nodeOptions = scripts.start.split(' ').filter((word) => word.startsWith('--'))

/** The service under measurement: `main.ts` in all but the clock, in a process of its own. */
export async function startServer(databaseUrl: string) {
  const script = join(import.meta.dirname, 'server.ts')
  const child = spawn(process.execPath, [...nodeOptions, script, databaseUrl], { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: child.stdout })
  const ended = once(child, 'exit')
  const line = async (): Promise<string> => {
    const [text] = await Promise.race([once(lines, 'line'), ended.then(() => Promise.reject(new Error('it ended')))])
    return String(text)
  }
  const port = Number(await line())
  return {
    port,
    usage: async (): Promise<Usage> => {
      child.stdin.write('\n')
      return JSON.parse(await line()) as Usage
    },
    stop: async () => {
      child.stdin.end()
      await ended
    },
  }
}

/** Carries a plan out in a process of its own, so that the load shares no thread with what it measures. */
export async function runLoad(folder: string, plan: Plan): Promise<Outcome> {
  const path = join(folder, 'plan.json')
  writeFileSync(path, JSON.stringify(plan))
  const script = join(import.meta.dirname, 'load.ts')
  const { stdout } = await promisify(execFile)(process.execPath, [script, path], { maxBuffer: 64 * 1024 * 1024 })
  return JSON.parse(stdout) as Outcome
}
