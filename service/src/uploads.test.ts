import { once } from 'node:events'
import { connect } from 'node:net'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listen, type Listening } from './listen.ts'
import { bodyLimits, largestUpload } from './uploads.ts'

let server: Listening
beforeAll(async () => {
  const app = new Hono()
    .use(bodyLimits({ plain: 100, evidence: 200 }))
    .all('*', async (c) => c.text(`${(await c.req.text()).length} taken`))
  server = await listen(app.fetch, { port: 0, host: '127.0.0.1', tls: null })
})
afterAll(() => server.close(0))

/** The answer to exactly this text. */
async function answerTo(...lines: readonly string[]): Promise<string> {
  const socket = connect(server.port, '127.0.0.1')
  let heard = ''
  socket.setEncoding('utf8').on('data', (text: string) => (heard += text))
  socket.write(lines.join('\r\n'))
  while (!heard.includes('\r\n\r\n')) await once(socket, 'data')
  socket.destroy()
  return heard
}

const head = (path: string, ...headers: readonly string[]) => [`POST ${path} HTTP/1.1`, 'Host: x', ...headers]
const told = (length: number, path = '/') => head(path, `Content-Length: ${length.toString()}`, '', '')
const chunked = (length: number, path = '/') => [
  ...head(path, 'Transfer-Encoding: chunked', ''),
  length.toString(16),
  'x'.repeat(length),
  '0',
  '',
  '',
]

it('takes a body as large as allowed, whether its length is told or not', async () => {
  expect(await answerTo(...told(100).slice(0, -1), 'x'.repeat(100))).toContain('100 taken')
  expect(await answerTo(...chunked(100))).toContain('100 taken')
})

it('turns a larger one away by the length it tells, before a byte of it has come', async () => {
  expect(await answerTo(...told(101))).toContain('413 Payload Too Large')
})

it('turns a larger one away that tells no length', async () => {
  expect(await answerTo(...chunked(101))).toContain('413 Payload Too Large')
})

it('reads no more of a body than it told, and refuses one that tells two lengths', async () => {
  // What comes after is the next request, and none.
  expect(await answerTo(...told(5).slice(0, -1), 'x'.repeat(5000))).toMatch(/\b5 taken|400 Bad/)
  expect(await answerTo(...head('/', 'Content-Length: 5', 'Transfer-Encoding: chunked', '', ''))).toContain('400 Bad')
})

it('takes more where files are expected', async () => {
  expect(await answerTo(...told(5000, '/api/v1/intake').slice(0, -1), 'x'.repeat(5000))).toContain('5000 taken')
  expect(await answerTo(...told(largestUpload + 1, '/api/v1/intake'))).toContain('413 Payload Too Large')
})

it('leaves a file of evidence that tells no length to its route, which has it wait for its turn', async () => {
  const path = '/api/v1/evidence'
  expect(await answerTo(...told(200, path).slice(0, -1), 'x'.repeat(200))).toContain('200 taken')
  expect(await answerTo(...told(201, path))).toContain('413 Payload Too Large')
  expect(await answerTo(...chunked(201, path))).toContain('201 taken')
})

it('has nothing against a request without a body', async () => {
  expect(await answerTo('GET / HTTP/1.1', 'Host: x', '', '')).toContain('0 taken')
  expect(await answerTo(...head('/', '', ''))).toContain('0 taken')
})
