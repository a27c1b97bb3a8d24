import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { Hono } from 'hono'
import { expect, it } from 'vitest'
import { listen } from './listen.ts'
import { ProblemError, problemResponse } from './problem.ts'
import { uploadGate } from './upload-gate.ts'

/** An app whose requests stay inside until they are let go. */
function setUp({ most = 10, largest = 10, patience = 60_000 } = {}) {
  const inside: { readonly name: string; readonly leave: () => void }[] = []
  const app = new Hono()
    .onError((error, c) => {
      if (error instanceof ProblemError) return problemResponse(c, error.problem)
      return c.text(error.message, 500)
    })
    .post('/:name', uploadGate({ most, largest, patience }), async (c) => {
      const name = c.req.param('name')
      await new Promise<void>((leave) => inside.push({ name, leave }))
      if (name === 'broken') throw new Error('broken')
      return c.text('taken')
    })
  const send = (name: string, length?: number) =>
    app.request(`/${name}`, {
      method: 'POST',
      ...(length === undefined ? {} : { headers: { 'content-length': String(length) } }),
    })
  const names = async () => {
    await new Promise(setImmediate)
    return inside.map(({ name }) => name)
  }
  const leave = (name: string) => {
    const [gone] = inside.splice(
      inside.findIndex((one) => one.name === name),
      1,
    )
    gone?.leave()
  }
  return { send, names, leave }
}

it('lets in what has room together, and the next in the order they came', async () => {
  const { send, names, leave } = setUp()
  void send('a', 4)
  void send('b', 6)
  void send('c', 8)
  // Though it would fit sooner: a large file would else wait as long as small ones come.
  void send('d', 1)
  expect(await names()).toEqual(['a', 'b'])
  leave('a')
  expect(await names()).toEqual(['b'])
  leave('b')
  expect(await names()).toEqual(['c', 'd'])
})

it('counts one that tells no length as the largest there may be', async () => {
  const { send, names } = setUp()
  void send('a')
  void send('b', 1)
  expect(await names()).toEqual(['a'])
})

it('lets the next in after one that went wrong', async () => {
  const { send, names, leave } = setUp()
  const broken = send('broken', 10)
  void send('b', 10)
  expect(await names()).toEqual(['broken'])
  leave('broken')
  expect((await broken).status).toBe(500)
  expect(await names()).toEqual(['b'])
})

it('tells one that has waited too long to come again, and holds nobody up for its sake', async () => {
  const { send, names } = setUp({ patience: 20 })
  void send('a', 6)
  const waits = send('b', 8)
  await names()
  const late = await waits
  expect(late.status).toBe(503)
  expect(late.headers.get('retry-after')).toBe('15')
  void send('c', 4)
  expect(await names()).toEqual(['a', 'c'])
})

it('leaves the bytes of one that waits on the machine that sends them', async () => {
  const length = 32 * 1024 * 1024
  const app = new Hono().post('/', uploadGate({ most: 1, largest: length, patience: 60_000 }), async (c) =>
    c.text(`${(await c.req.arrayBuffer()).byteLength} taken`),
  )
  const server = await listen(app.fetch, { port: 0, host: '127.0.0.1', tls: null })
  const begin = (size: number) => {
    const socket = connect(server.port, '127.0.0.1').setEncoding('utf8')
    const state = { socket, sent: 0, heard: '' }
    socket.on('data', (text: string) => (state.heard += text))
    socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${size}\r\n\r\n`)
    return state
  }
  const slow = begin(2)
  await pause(100)
  const waiting = begin(length)
  const piece = Buffer.alloc(64 * 1024)
  for (let at = 0; at < length; at += piece.length) {
    waiting.socket.write(piece, () => (waiting.sent += piece.length))
  }
  await pause(500)
  // What the system itself takes between the two is a few megabytes.
  expect(waiting.sent).toBeLessThan(length / 2)
  slow.socket.write('ab')
  while (!waiting.heard.includes('taken')) await pause(20)
  expect([slow.heard, waiting.heard]).toEqual([
    expect.stringContaining('2 taken'),
    expect.stringContaining(`${length} taken`),
  ])
  for (const { socket } of [slow, waiting]) socket.destroy()
  await server.close(0)
})
