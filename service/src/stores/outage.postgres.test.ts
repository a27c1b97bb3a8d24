import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Receipt } from '../reports/receipt.ts'
import { handIn, resend, type Attempt } from '../testing/handing-in.ts'
import { investment, testPassword, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { startPostgres, type PostgresServer } from '../testing/postgres.ts'
import { expectSound } from '../testing/sound-store.ts'

let server: PostgresServer
let service: TestService
const acknowledged = new Map<string, Receipt>()
beforeAll(async () => {
  server = await startPostgres()
  service = await testService({ databaseUrl: server.url })
})
afterAll(async () => {
  await service.close()
  await server.remove()
})
const units = ['xinxing', 'heping', 'xishan', 'hebei', 'zhanqian', 'xifuxin', 'wulong', 'gongrencun']

/** Clerks hand in one report after the other until `stop` says so; resolves to what was left open. */
async function submitUntil(stop: () => boolean, clients: readonly TestClient[]) {
  const open: Attempt[] = []
  let figure = 6000
  const clerk = async (client: (typeof clients)[number]) => {
    while (!stop()) {
      const fate = await handIn(service.draft, client, investment(String((figure += 1))))
      if (fate.kind === 'acknowledged') acknowledged.set(fate.attempt.key, fate.receipt)
      if (fate.kind === 'open') open.push(fate.attempt)
      if (fate.kind !== 'acknowledged') return
    }
  }
  await Promise.all(clients.map(clerk))
  return open
}

describe('a PostgreSQL that is stopped and comes back', () => {
  it.each(['fast', 'killed'] as const)(
    'costs no report when it ends %s among submissions, and the service goes on by itself',
    async (how) => {
      const clients = await Promise.all(units.map((unit) => service.signIn(unit)))
      const enough = acknowledged.size + 20
      let stopped: Promise<void> | undefined
      const open = await submitUntil(() => {
        if (acknowledged.size >= enough) stopped ??= server.stop(how)
        return false
      }, clients)
      await stopped

      const ready = await service.request('/readyz')
      expect([ready.status, ready.headers.get('retry-after')]).toEqual([503, '5'])
      expect((await service.request('/livez')).status).toBe(200)
      const signIn = await service.postJson('/api/v1/auth/sign-in/username', {
        username: 'xinxing',
        password: testPassword,
      })
      expect([signIn.status, signIn.headers.get('retry-after')]).toEqual([503, '5'])
      const receipts = await clients[0]?.get('/receipts/2019-000001')
      expect([receipts?.status, receipts?.headers.get('retry-after')]).toEqual([503, '5'])

      await server.start()
      for (const attempt of open) {
        const fate = await resend(attempt)
        if (fate.kind === 'acknowledged') acknowledged.set(attempt.key, fate.receipt)
        expect(fate.kind).not.toBe('open')
      }
      expect((await service.request('/readyz')).status).toBe(200)
      await expectSound(service.db, acknowledged)
    },
  )

  it('takes reports again once a standby has become the one to write to', async () => {
    // Every connection is made anew after each change, as after a failover.
    const become = async (role: 'standby' | 'primary') => {
      const readOnly = sql.lit(role === 'standby' ? 'on' : 'off')
      await service.db.connection().execute(async (db) => {
        await sql`set default_transaction_read_only = off`.execute(db)
        await sql`alter database postgres set default_transaction_read_only = ${readOnly}`.execute(db)
      })
      await server.stop()
      await server.start()
    }
    const clerk = await service.signIn('xinxing')
    const body = await service.draft(clerk, investment('7777'))
    const key = { 'idempotency-key': 'key-standby-0000' }
    await become('standby')
    expect((await service.request('/readyz')).status).toBe(503)
    const refused = await clerk.post('/submissions', body, key)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5'])

    await become('primary')
    expect((await service.request('/readyz')).status).toBe(200)
    expect((await clerk.post('/submissions', body, key)).status).toBe(201)
  })

  it('is written to no log with its password', async () => {
    expect(service.lines.some(({ message }) => message === 'unavailable')).toBe(true)
    expect(JSON.stringify(service.lines)).not.toContain(server.url)
  })
})
