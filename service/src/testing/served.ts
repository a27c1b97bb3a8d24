import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { testPassword, testSecret } from './people.ts'

export type Served = Awaited<ReturnType<typeof startServed>>

/** A client like that of the harness, over the network. */
export interface ServedClient {
  readonly token: string
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>
  readonly post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>
}

/**
 * The real service as a process of its own on this database. The caller ends it. With `KILL=after-commit` it dies by SIGKILL
 * when the answer to a submission is ready, so after the commit, and before a byte of it is sent.
 */
export async function startServed(databaseUrl: string, env: Readonly<Record<string, string>> = {}) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'served-process.ts'), databaseUrl, testSecret], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    exit.then(() => Promise.reject(new Error('no start'))),
  ])
  const origin = `http://127.0.0.1:${String(line).trim()}`

  async function signIn(username: string): Promise<ServedClient> {
    const response = await fetch(`${origin}/api/v1/auth/sign-in/username`, {
      method: 'POST',
      body: JSON.stringify({ username, password: testPassword }),
      headers: { 'content-type': 'application/json' },
    })
    const { token } = (await response.json()) as { token: string }
    return clientOf(() => origin, token)
  }
  return { child, exit, origin, signIn }
}

/** A client whose every request goes to the address that `origin` gives for it. */
export function clientOf(origin: () => string, token: string): ServedClient {
  const authorization = `Bearer ${token}`
  return {
    token,
    get: (path, headers = {}) => fetch(`${origin()}/api/v1${path}`, { headers: { authorization, ...headers } }),
    post: (path, body, headers = {}) =>
      fetch(`${origin()}/api/v1${path}`, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { authorization, 'content-type': 'application/json', ...headers },
      }),
  }
}
