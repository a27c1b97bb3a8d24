import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { commandEnv } from '../testing/command-env.ts'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function run(script: string, env: Record<string, string>) {
  const child = spawn(process.execPath, [join(import.meta.dirname, script)], {
    env: commandEnv(env),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  children.push(child)
  let out = ''
  let err = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text))
  const exit = once(child, 'close').then(([code]: unknown[]) => ({ code, out, err }))
  const said = async (pattern: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const match = pattern.exec(out)
      if (match) return match
      if (child.exitCode !== null) throw new Error(`ended with: ${out}${err}`)
      await Promise.race([once(child.stdout, 'data'), exit])
    }
  }
  return { child, exit, said }
}

describe('npm run demo', () => {
  it('prints the addresses and a demo account that opens the service', async () => {
    const demo = run('demo.ts', { PORT: '0' })
    const [, url = ''] = await demo.said(/(http:\/\/localhost:\d+)\/workbench/)
    const [, password = ''] = await demo.said(/密码都是 (\S+)，/)
    await demo.said(/business-environment\s+\S+填报员/)
    await demo.said(/按 Ctrl\+C 停止/)

    const response = await fetch(`${url}/api/v1/auth/sign-in/username`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'finance', password }),
    })
    const { token } = (await response.json()) as { token: string }
    const me = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token}` } })
    expect(await me.json()).toMatchObject({
      account: { role: 'clerk', unit: { id: 'finance' } },
      clock: { now: expect.stringMatching(/^2019-06-18T01:0/), demo: true },
      window: '2019-06-1',
    })

    demo.child.kill('SIGTERM')
    expect((await demo.exit).code).toBe(0)
  })

  it('says plainly that the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const address = other.address()
    const port = typeof address === 'object' && address ? address.port : 0
    const { code, err } = await run('demo.ts', { PORT: String(port) }).exit
    other.close()
    expect(code).toBe(1)
    expect(err).toBe(`演示没有启动。端口 ${port} 已被占用。请关闭占用它的程序，或换一个端口，例如 PORT=${port + 1}\n`)
  })
})

describe('npm start', () => {
  it('names every bad variable and ends with 1', async () => {
    const { code, err } = await run('../main.ts', { PORT: 'x', DEMO_CLOCK: '2019-06-18' }).exit
    expect(code).toBe(1)
    expect(err).toMatch(/PORT：.*\n.*SESSION_SECRET：.*\n.*DEMO_CLOCK：/)
  })
})
