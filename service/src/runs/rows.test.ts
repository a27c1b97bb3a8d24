import { beforeAll, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import type { RunPage } from './rows.ts'
import type { RunView } from './run-view.ts'

let service: TestService
let office: TestClient
let clerk: TestClient
let number: string
beforeAll(async () => {
  service = await testService()
  office = await service.signIn('office')
  clerk = await service.signIn('xinxing')
  await service.submit(clerk, investment('6500'))
  await service.submit(await service.signIn('heping'), investment('6000'))
  const drafted = await office.post('/runs', { window: '2019-06-1', title: '六月上半月测算' })
  number = ((await drafted.json()) as { run: RunView }).run.number
})

const viewFor = async (client: TestClient) =>
  ((await (await client.get(`/runs/${number}`)).json()) as { run: RunView }).run
const ask = (client: TestClient, query: string, pool = 'town') =>
  client.get(`/runs/${number}/rankings/${pool}?${query}`)
const page = async (client: TestClient, query: string) =>
  ((await (await ask(client, query)).json()) as { page: RunPage }).page

/** The whole ranking of the towns, so many rows at a time. */
async function pages(client: TestClient, limit: number) {
  const rows = []
  for (let after: number | null = 0; after !== null;) {
    const { rows: some, next } = await page(client, `after=${after}&limit=${limit}`)
    rows.push(...some)
    after = next
  }
  return rows
}
const townsOf = ({ pools }: RunView) => pools.find(({ pool }) => pool === 'town')?.rows

describe('the ranking of a run, page by page', () => {
  it('is that of the run, whatever the size of a page', async () => {
    const towns = townsOf(await viewFor(office))
    expect(towns).toHaveLength(11)
    for (const limit of [1, 4, 11, 100]) expect(await pages(office, limit)).toEqual(towns)
    expect(await page(office, 'after=8&limit=2')).toMatchObject({ pool: 'town', count: 11, next: 10 })
    expect(await page(office, 'after=11')).toMatchObject({ rows: [], next: null })
  })

  it('is nobody else’s before the run is published', async () => {
    expect((await ask(clerk, '')).status).toBe(404)
  })

  it('shows a unit its own figures and no other’s once it is', async () => {
    await office.post(`/runs/${number}/signature`, { decider: '领导小组', document: '纪要1号' })
    await office.post(`/runs/${number}/publication`, {})
    const rows = await pages(clerk, 4)
    expect(rows).toEqual(townsOf(await viewFor(clerk)))
    const withFigures = rows.filter(({ indicators }) => indicators.some(({ figures }) => figures !== undefined))
    expect(withFigures.map(({ unit }) => unit.id)).toEqual(['xinxing'])
  })

  it('is there for a run of the time before rows were kept, too', async () => {
    const towns = townsOf(await viewFor(office))
    await service.db.deleteFrom('run_row').execute()
    expect(await pages(office, 4)).toEqual(towns)
  })

  it('of a pool or a run that there is not is not found, and a page has a size', async () => {
    expect((await ask(office, '', 'no-such-pool')).status).toBe(404)
    expect((await office.get('/runs/2019-R99/rankings/town')).status).toBe(404)
    for (const query of ['limit=0', 'limit=501', 'after=-1', 'after=x', 'page=2']) {
      expect((await ask(office, query)).status, query).toBe(400)
    }
  })
})
