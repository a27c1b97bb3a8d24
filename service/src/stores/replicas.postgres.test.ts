import { afterEach, describe, expect, it } from 'vitest'
import type { FormRecord } from '@kaohe/shared-rules'
import { createDemoAccounts } from '../accounts/accounts.ts'
import type { Receipt } from '../reports/receipt.ts'
import { handIn, resend, type Fate } from '../testing/handing-in.ts'
import { investment, testPassword, testService, type TestService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'
import { expectSound } from '../testing/sound-store.ts'
import { clientOf, startServed, type Served, type ServedClient } from '../testing/served.ts'
import { freshStore } from '../testing/stores.ts'

let replicas: readonly Served[] = []
afterEach(() => {
  for (const { child } of replicas) child.kill('SIGKILL')
})

/** 50 clerks of 25 units, two of a unit at once: one hands in 附件1, the other 附件4. */
const jobsOf = ({ units }: Pick<TestService, 'units'>) =>
  units.slice(0, 25).flatMap(({ id }, n) => [
    { username: id, record: investment(String(6000 + n * 37)) },
    { username: `${id}-2`, record: tax(String(1500 + n * 11)) },
  ])
const addSecondClerks = ({ auth, units }: TestService) =>
  createDemoAccounts(
    auth,
    units.slice(0, 25).map(({ id, name }) => ({ username: `${id}-2`, name, role: 'clerk' as const, unit: id })),
    testPassword,
  )

interface Ranking {
  readonly rows: readonly { readonly unit: string; readonly rank: unknown; readonly total: unknown }[]
}
async function rankings(office: Pick<ServedClient, 'get'>): Promise<readonly Ranking['rows'][]> {
  const pools = ['town', 'department'].map(async (pool) => {
    const response = await office.get(`/rankings?window=2019-06-1&pool=${pool}`)
    return ((await response.json()) as Ranking).rows
  })
  return Promise.all(pools)
}

/** What a ranking is about, without numbers and times of receipts. */
const result = (ranked: readonly Ranking['rows'][]) =>
  JSON.parse(
    JSON.stringify(ranked, (key, value: unknown) => (/^(number|receivedAt|report)$/.test(key) ? undefined : value)),
  )

describe('three replicas on one database, one of them killed', () => {
  it('take what 50 clerks hand in at once as one service takes it in turn', { timeout: 180_000 }, async () => {
    const databaseUrl = await freshStore('people')
    const prepared = await testService({ databaseUrl })
    await addSecondClerks(prepared)
    // All at the same moment, on a database that each of them would bring up to date.
    replicas = await Promise.all([1, 2, 3].map(() => startServed(databaseUrl)))
    let turn = 0
    const roundRobin = () => replicas[(turn += 1) % replicas.length]?.origin ?? ''
    const clientFor = async (username: string) => clientOf(roundRobin, (await prepared.signIn(username)).token)

    const acknowledged = new Map<string, Receipt>()
    const insist = async (client: ServedClient, record: FormRecord) => {
      let fate: Fate = await handIn(prepared.draft, client, record)
      while (fate.kind !== 'acknowledged') {
        fate = fate.kind === 'open' ? await resend(fate.attempt) : await handIn(prepared.draft, client, record)
      }
      acknowledged.set(fate.attempt.key, fate.receipt)
      if (acknowledged.size === 15) replicas[1]?.child.kill('SIGKILL')
    }
    const jobs = jobsOf(prepared)
    const clients = await Promise.all(jobs.map(({ username }) => clientFor(username)))
    await Promise.all(jobs.map(async ({ record }, n) => insist(clients[n] ?? (await clientFor('office')), record)))

    await expectSound(prepared.db, acknowledged)
    expect(acknowledged.size).toBe(50)
    const survivors = replicas.filter(({ child }) => !child.killed)
    const { token } = await prepared.signIn('office')
    const shown = await Promise.all(survivors.map(({ origin }) => rankings(clientOf(() => origin, token))))
    expect(shown).toHaveLength(2)

    const serial = await testService()
    await addSecondClerks(serial)
    for (const { username, record } of jobs) await serial.submit(await serial.signIn(username), record)
    const expected = result(await rankings(await serial.signIn('office')))
    expect(expected.flat()).toHaveLength(26)
    for (const ranked of shown) expect(result(ranked)).toEqual(expected)
  })
})
