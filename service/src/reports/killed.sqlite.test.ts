import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { investment, testPassword, testSecret, testService } from '../testing/harness.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaohe-killed-'))
const databaseUrl = `sqlite:${join(folder, 'kaohe.db')}`
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  rmSync(folder, { recursive: true, force: true })
})

async function startServer(env: Record<string, string> = {}) {
  const script = join(import.meta.dirname, '../testing/killed-server.ts')
  const child = spawn(process.execPath, [script, databaseUrl, testSecret], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const exit = once(child, 'exit')
  const [line] = await Promise.race([
    once(child.stdout, 'data'),
    exit.then(() => Promise.reject(new Error('no start'))),
  ])
  return { child, exit, url: `http://127.0.0.1:${String(line).trim()}/api/v1` }
}

async function signIn(url: string): Promise<string> {
  const response = await fetch(`${url}/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'xinxing', password: testPassword }),
  })
  return ((await response.json()) as { token: string }).token
}

describe('a service killed between commit and answer', () => {
  it('gives the same key its one receipt after the restart', async () => {
    const prepared = await testService({ databaseUrl })
    const body = await prepared.draft(await prepared.signIn('xinxing'), investment('6500'))
    await prepared.close()

    const post = (url: string, token: string) =>
      fetch(`${url}/submissions`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          'idempotency-key': 'the-same-key-again',
        },
        body: JSON.stringify(body),
      })
    const first = await startServer({ KILL: 'after-commit' })
    const token = await signIn(first.url)
    await expect(post(first.url, token)).rejects.toThrow(TypeError)
    expect(await first.exit).toEqual([null, 'SIGKILL'])

    const second = await startServer()
    const again = await post(second.url, token)
    const third = await post(second.url, token)
    expect([again.status, third.status]).toEqual([200, 200])
    const answer = (await again.json()) as { receipt: { number: string } }
    expect(answer).toMatchObject({ receipt: { number: '2019-000001', fingerprints: body.preview } })
    expect(await third.json()).toEqual(answer)

    second.child.kill('SIGTERM')
    await second.exit
    const after = await testService({ databaseUrl, accounts: false })
    expect(await after.db.selectFrom('submission').select('number').execute()).toEqual([{ number: '2019-000001' }])
    await after.close()
  })
})
