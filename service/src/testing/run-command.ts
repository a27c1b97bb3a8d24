import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { commandEnv } from './command-env.ts'

/** Runs a command line of the service in a process of its own; `out` is all that it said. */
export async function runCommand(command: string, databaseUrl: string, ...args: readonly string[]) {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../cli', `${command}.ts`), ...args], {
    env: commandEnv({ DATABASE_URL: databaseUrl }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let out = ''
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (out += text))
  const [code]: unknown[] = await once(child, 'close')
  return { code, out }
}
