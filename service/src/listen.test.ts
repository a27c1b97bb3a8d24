import { spawn, type ChildProcess } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { makeCertificate } from './cli/local-certificate.ts'
import { listen } from './listen.ts'
import { commandEnv } from './testing/command-env.ts'

const folder = mkdtempSync(join(tmpdir(), 'kaohe-drain-'))
const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const body = JSON.stringify({ username: 'nobody-here', password: 'not the password' })
const head = [
  'POST /api/v1/auth/sign-in/username HTTP/1.1',
  'Host: localhost',
  'Content-Type: application/json',
  `Content-Length: ${body.length}`,
  '\r\n',
].join('\r\n')

/** A connection that has said `text`, and all it is answered until the other side ends it. */
async function open(port: number, text: string) {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  let heard = ''
  socket.setEncoding('utf8').on('data', (data: string) => (heard += data))
  const ended = once(socket, 'close').then(() => heard)
  socket.write(text)
  const hear = async (pattern: RegExp) => {
    while (!pattern.test(heard)) await once(socket, 'data')
  }
  return { socket, ended, hear }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  return typeof address === 'object' && address ? address.port : 0
}

async function startMain() {
  const port = await freePort()
  const database = join(folder, 'kaohe.db')
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], {
    env: commandEnv({
      PORT: String(port),
      HOST: '127.0.0.1',
      DATABASE_URL: `sqlite:${database}`,
      SESSION_SECRET: 'a secret that only the tests of this repository use',
    }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const exit = once(child, 'exit')
  let out = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  const says = async (pattern: RegExp) => {
    while (!pattern.test(out)) await Promise.race([once(child.stdout, 'data'), exit.then(() => Promise.reject(out))])
  }
  await says(/"listening"/)
  return { child, exit, port, database, says }
}

const refused = async (port: number) => {
  const socket: Socket = connect(port, '127.0.0.1')
  return new Promise<boolean>((resolve) => {
    socket.once('error', () => resolve(true)).once('connect', () => resolve(false))
  })
}

describe('a service that is asked to stop', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)(
    'at %s answers the request under way, takes no other, closes the database and ends with 0',
    async (signal) => {
      const { child, exit, port, database, says } = await startMain()
      const idle = await open(port, 'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n')
      await idle.hear(/"ok"/)
      const slow = await open(port, `${head}${body.slice(0, 10)}`)
      // The server has read so far once a later request is answered.
      await (await open(port, 'GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n')).hear(/"ok"/)

      child.kill(signal)
      await says(/"stopping"/)
      await idle.ended
      expect(await refused(port)).toBe(true)
      expect(child.exitCode).toBe(null)
      slow.socket.write(body.slice(10))

      const answer = await slow.ended
      expect(answer).toMatch(/^HTTP\/1\.1 401 /)
      expect(answer).toMatch(/connection: close/i)
      expect(answer).toContain('/problems/sign-in-failed')
      expect(await exit).toEqual([0, null])
      // SQLite removes its log when the last connection is closed properly.
      expect([existsSync(database), existsSync(`${database}-wal`)]).toEqual([true, false])
    },
  )
})

describe('listening', () => {
  it('cuts off what has not finished when the grace is over', async () => {
    const server = await listen(async (request) => new Response(await request.text()), {
      port: 0,
      host: '127.0.0.1',
      tls: null,
    })
    const endless = await open(server.port, `${head}${body.slice(0, 10)}`)
    await (await open(server.port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')).hear(/200 OK/)
    await server.close(50)
    expect(await endless.ended).toBe('')
  })

  it('gives up on a client that does not finish its head, and goes on with others', async () => {
    const { port, close } = await listen(async () => new Response('ok'), {
      port: 0,
      host: '127.0.0.1',
      tls: null,
      patience: { headers: 100, request: 200 },
    })
    const slow = await open(port, 'GET / HTTP/1.1\r\nHost: loc')
    expect(await slow.ended).toMatch(/^HTTP\/1\.1 408 /)
    await (await open(port, 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')).hear(/200 OK/)
    await close(0)
  })

  it('shows a renewed certificate without a restart, and keeps the old one when the new is no good', async () => {
    const tls = { cert: join(folder, 'tls.crt'), key: join(folder, 'tls.key') }
    const write = ({ cert, key }: { cert: string; key: string }) => {
      writeFileSync(tls.cert, cert)
      writeFileSync(tls.key, key)
    }
    const [first, second] = [makeCertificate(new Date()), makeCertificate(new Date())]
    write(first)
    const server = await listen(async () => new Response('ok'), { port: 0, host: '127.0.0.1', tls })
    const shown = async () => {
      const socket = connectTls({ port: server.port, host: '127.0.0.1', rejectUnauthorized: false })
      await once(socket, 'secureConnect')
      const { fingerprint256 } = socket.getPeerCertificate()
      socket.destroy()
      return fingerprint256
    }
    const printOf = ({ cert }: { cert: string }) => new X509Certificate(cert).fingerprint256
    expect(await shown()).toBe(printOf(first))
    write(second)
    server.renewCertificate()
    expect(await shown()).toBe(printOf(second))
    write({ cert: 'no certificate', key: 'no key' })
    expect(() => server.renewCertificate()).toThrow()
    expect(await shown()).toBe(printOf(second))
    await server.close(0)
  })
})
