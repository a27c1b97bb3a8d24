import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import type { Objection } from './store.ts'

let service: TestService
let clerk: TestClient
let statistics: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
  statistics = await service.signIn('verify-statistics')
  await service.submit(clerk, investment('6500'))
})

const supply = (value: string) =>
  statistics.post('/verifications/supplies', {
    window: '2019-06-1',
    figures: [{ unit: 'xinxing', indicator: 'investment', value }],
  })
const object = (client = clerk) => client.post('/objections', { indicator: 'investment', statement: '少计一个项目' })
const seenBy = async (client: TestClient) =>
  ((await (await client.get('/objections')).json()) as { objections: Objection[] }).objections
const answer = (client: TestClient, number: string) =>
  client.post(`/objections/${number}/answer`, { outcome: 'upheld', answer: '已补计' })

describe('异议', () => {
  it('is raised against the figure a bureau supplied, and answered by that bureau once', async () => {
    await supply('6100')
    const { objection } = (await (await object()).json()) as { objection: Objection }
    expect(objection).toMatchObject({ number: '2019-O01', value: '6100', window: '2019-06-1', outcome: null })
    expect(await seenBy(statistics)).toEqual([objection])
    expect((await answer(statistics, objection.number)).status).toBe(200)
    await supply('6480')
    expect(await seenBy(clerk)).toMatchObject([
      { value: '6100', outcome: 'upheld', answer: '已补计', answeredBy: 'verify-statistics' },
    ])
    expect((await answer(statistics, objection.number)).status).toBe(404)
  })

  it('needs a figure to object to', async () => {
    const refused = await object()
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ issues: [{ path: 'indicator' }] })
  })

  it('is seen by its unit, the bureau responsible and the office, and by nobody else', async () => {
    await supply('6100')
    await object()
    const seen = await Promise.all(
      ['heping', 'verify-finance', 'office'].map(async (name) => (await seenBy(await service.signIn(name))).length),
    )
    expect(seen).toEqual([0, 0, 1])
    expect((await answer(await service.signIn('verify-finance'), '2019-O01')).status).toBe(404)
  })
})
