import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { problem, queueOf, rankedIn, standings } from '../testing/verification-steps.ts'

let service: TestService
let clerk: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
})

const { verified } = standings(() => clerk)
const ranked = (indicator: string, unit?: string) => rankedIn(service, indicator, unit)

describe('固定资产投资', () => {
  let statistics: TestClient
  beforeEach(async () => {
    statistics = await service.signIn('verify-statistics')
  })
  const give = (client: TestClient, figure: object, window = '2019-06-1') =>
    client.post('/verifications/supplies', { window, figures: [figure] })

  it('is what 统计局 supplies, beside what the unit reported', async () => {
    await service.submit(clerk, investment('7000'))
    expect((await give(statistics, { unit: 'xinxing', indicator: 'investment', value: '6500' })).status).toBe(200)
    expect(await verified('investment')).toMatchObject({ reported: '7000', verified: '6500', difference: '-500' })
    expect(await ranked('investment')).toMatchObject({ status: 'scored', marks: [] })
  })

  it('needs no report of the unit', async () => {
    await give(statistics, { unit: 'heping', indicator: 'investment', value: '6000' })
    expect(await ranked('investment', 'heping')).toMatchObject({ status: 'scored', reported: null, verified: '6000' })
    expect((await queueOf(statistics)).supplies.find(({ unit }) => unit.id === 'heping')).toMatchObject({
      target: '12000',
      supplied: '6000',
      window: '2019-06-1',
    })
  })

  it('is carried into a later window, and says so', async () => {
    await give(statistics, { unit: 'heping', indicator: 'investment', value: '6000' }, '2019-05-2')
    expect(await ranked('investment', 'heping')).toMatchObject({ marks: ['carried'], verified: '6000' })
  })

  it.each([
    ['by another bureau', 'verify-drc', { unit: 'heping', indicator: 'investment', value: '1' }, 404],
    ['for a ledger', 'verify-drc', { unit: 'heping', indicator: 'new-projects', value: '1' }, 404],
    ['for a unit without the task', 'verify-statistics', { unit: 'health', indicator: 'investment', value: '1' }, 404],
    ['as text', 'verify-statistics', { unit: 'heping', indicator: 'investment', value: '6000万' }, 400],
  ])('is not supplied %s', async (_, username, figure, status) => {
    expect((await give(await service.signIn(username), figure)).status).toBe(status)
  })

  it('is not supplied for a window that has not come', async () => {
    const figure = { unit: 'heping', indicator: 'investment', value: '1' }
    expect(await problem(await give(statistics, figure, '2019-07-1'))).toMatchObject({ status: 409, state: 'future' })
  })
})
