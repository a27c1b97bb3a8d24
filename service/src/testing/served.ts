import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { testPassword, testSecret } from './people.ts'

/** The real service as a process of its own on this database. The caller ends it. */
export async function startServed(databaseUrl: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'killed-server.ts'), databaseUrl, testSecret], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const exit = once(child, 'exit')
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    exit.then(() => Promise.reject(new Error('no start'))),
  ])
  const url = `http://127.0.0.1:${String(line).trim()}/api/v1`

  /** A client like that of the harness, over the network. */
  async function signIn(username: string) {
    const json = { 'content-type': 'application/json' }
    const post = (path: string, body: unknown, headers: Record<string, string>) =>
      fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body), headers: { ...json, ...headers } })
    const response = await post('/auth/sign-in/username', { username, password: testPassword }, {})
    const { token } = (await response.json()) as { token: string }
    const authorization = `Bearer ${token}`
    return {
      token,
      get: (path: string, headers: Record<string, string> = {}) =>
        fetch(`${url}${path}`, { headers: { authorization, ...headers } }),
      post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
        post(path, body, { authorization, ...headers }),
    }
  }
  return { child, exit, signIn }
}
