import { once } from 'node:events'
import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { investment, testService, type TestService } from '../testing/harness.ts'
import { startPostgres, type PostgresServer } from '../testing/postgres.ts'

/** A host between the service and its database, which can lose its power: it keeps every connection and passes nothing on. */
async function hostBefore(port: number) {
  let dark = false
  const far = new Set<Socket>()
  const pass = (from: Socket, to: Socket) => {
    from.on('data', (bytes) => dark || to.write(bytes))
    from.on('close', () => dark || to.destroy())
    from.on('error', () => undefined)
  }
  const server = createServer((near) => {
    const database = connect(port, '127.0.0.1')
    far.add(database)
    pass(near, database)
    pass(database, near)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    goDark: () => {
      dark = true
    },
    /** What was open on it is gone. */
    comeBack: () => {
      dark = false
      for (const socket of far) socket.destroy()
      far.clear()
    },
    close: () => {
      server.close()
      for (const socket of far) socket.destroy()
    },
  }
}

let postgres: PostgresServer
let host: Awaited<ReturnType<typeof hostBefore>>
let service: TestService
beforeAll(async () => {
  postgres = await startPostgres()
  const url = new URL(postgres.url)
  host = await hostBefore(Number(url.port))
  url.port = String(host.port)
  service = await testService({ databaseUrl: url.href, mostSilence: 1000 })
})
afterAll(async () => {
  await service.close()
  host.close()
  await postgres.remove()
})

it('a database host that vanishes without a word costs a request seconds, not a quarter of an hour, and no report', async () => {
  const clerk = await service.signIn('xinxing')
  const body = await service.draft(clerk, investment('6500'))
  const send = () => clerk.post('/submissions', body, { 'idempotency-key': 'key-silent-0000' })

  host.goDark()
  const began = performance.now()
  const answers = await Promise.all([send(), service.request('/readyz'), clerk.get('/history')])
  for (const answer of answers) expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5'])
  // As long as a connection may be silent, then as long as a new one may take.
  expect(performance.now() - began).toBeLessThan(30_000)
  expect((await service.request('/livez')).status).toBe(200)

  host.comeBack()
  expect((await service.request('/readyz')).status).toBe(200)
  expect((await send()).status).toBe(201)
  expect((await send()).status).toBe(200)
  expect(await service.db.selectFrom('submission').select('number').execute()).toEqual([{ number: '2019-000001' }])
})

it('a connection that waits in the pool is not taken for one', async () => {
  const clerk = await service.signIn('heping')
  await new Promise((resolve) => setTimeout(resolve, 1500))
  expect((await clerk.get('/history')).status).toBe(200)
})
