import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createDemoAccounts } from '../accounts/accounts.ts'
import type { Receipt } from '../reports/receipt.ts'
import { handIn, resend, type Attempt } from '../testing/handing-in.ts'
import { investment, testPassword, testService } from '../testing/harness.ts'
import { startPostgres } from '../testing/postgres.ts'
import { expectSound } from '../testing/sound-store.ts'
import { clientOf, startServed, type Served } from '../testing/served.ts'
import { storeForProcesses, testedStore } from '../testing/stores.ts'

/** `npm run test:durability` is the long form; then PostgreSQL syncs to disk, and its server dies every tenth time, too. */
const isLong = process.env['MODE'] === 'durability'
const kills = isLong ? 100 : 2
const connections = 32

const folder = mkdtempSync(join(tmpdir(), 'kaohe-killed-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let databaseUrl: string
let served: Served | undefined
beforeAll(async () => {
  databaseUrl = await storeForProcesses(folder)
})
afterEach(() => served?.child.kill('SIGKILL'))

describe('a service killed between commit and answer', () => {
  it('gives the same key its one receipt after the restart', { timeout: 180_000 }, async () => {
    const prepared = await testService({ databaseUrl })
    const { token } = await prepared.signIn('xinxing')
    const body = await prepared.draft(await prepared.signIn('xinxing'), investment('6500'))
    await prepared.close()
    const post = ({ origin }: Served) =>
      clientOf(() => origin, token).post('/submissions', body, { 'idempotency-key': 'the-same-key-again' })

    served = await startServed(databaseUrl, { KILL: 'after-commit' })
    await expect(post(served)).rejects.toThrow(TypeError)
    expect(await served.exit).toEqual([null, 'SIGKILL'])

    served = await startServed(databaseUrl)
    const again = await post(served)
    const third = await post(served)
    expect([again.status, third.status]).toEqual([200, 200])
    const answer = (await again.json()) as { receipt: { number: string } }
    expect(answer).toMatchObject({ receipt: { number: '2019-000001', fingerprints: body.preview } })
    expect(await third.json()).toEqual(answer)

    served.child.kill('SIGTERM')
    await served.exit
    const after = await testService({ databaseUrl, accounts: false })
    expect(await after.db.selectFrom('submission').select('number').execute()).toEqual([{ number: '2019-000001' }])
    await after.close()
  })
})

describe(`a service killed ${kills} times while ${connections} clerks submit`, () => {
  it(
    'has every receipt it gave, one report for each key, and a log that verifies',
    { timeout: kills * 60_000 },
    async () => {
      const server = isLong && testedStore === 'postgres' ? await startPostgres({ durable: true }) : null
      const url = server?.url ?? (await storeForProcesses(folder))
      const prepared = await testService({ databaseUrl: url })
      const second = prepared.units.slice(0, connections - prepared.units.length).map(({ id, name }) => ({
        username: `${id}-2`,
        name,
        role: 'clerk' as const,
        unit: id,
      }))
      await createDemoAccounts(prepared.auth, second, testPassword)
      let origin = ''
      const clerks = await Promise.all(
        [...prepared.units.map(({ id }) => id), ...second.map(({ username }) => username)].map(async (username) =>
          clientOf(() => origin, (await prepared.signIn(username)).token),
        ),
      )
      await prepared.close()

      const acknowledged = new Map<string, Receipt>()
      let open: readonly Attempt[] = []
      const tally = { resent: 0, stored: 0 }
      let figure = 0
      for (let round = 0; round <= kills; round += 1) {
        const { child, exit, origin: address } = (served = await startServed(url))
        origin = address
        // What the last kill left open is sent again before anything else, as an outbox does.
        for (const attempt of open) {
          const fate = await resend(attempt)
          tally.resent += 1
          if (fate.kind !== 'acknowledged') continue
          tally.stored += 1
          acknowledged.set(attempt.key, fate.receipt)
        }
        open = []
        if (round === kills) {
          child.kill('SIGTERM')
          await exit
          break
        }
        let dead = false
        const enough = acknowledged.size + connections + (round % 7) * 5
        const clerk = async (client: (typeof clerks)[number]) => {
          while (!dead) {
            const fate = await handIn(prepared.draft, client, investment(String(6000 + (figure += 1) / 100)))
            if (fate.kind === 'open') open = [...open, fate.attempt]
            if (fate.kind === 'open') return
            if (fate.kind === 'acknowledged') acknowledged.set(fate.attempt.key, fate.receipt)
            if (acknowledged.size < enough) continue
            dead = true
            child.kill('SIGKILL')
          }
        }
        await Promise.all(clerks.map(clerk))
        expect(await exit).toEqual([null, 'SIGKILL'])
        if (server && round % 10 === 9) {
          await server.stop('killed')
          await server.start()
        }
      }

      const after = await testService({ databaseUrl: url, accounts: false })
      await expectSound(after.db, acknowledged)
      const { count } = await after.db
        .selectFrom('submission')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow()
      expect(count).toBe(acknowledged.size)
      await after.close()
      await server?.remove()
      if (isLong) {
        console.log(
          `${testedStore}: ${kills} kills, ${acknowledged.size} reports acknowledged, 0 lost, 0 doubled; ` +
            `${tally.resent} keys sent again after a kill, ${tally.stored} of them acknowledged`,
        )
      }
    },
  )
})
