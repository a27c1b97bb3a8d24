import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService } from '../testing/harness.ts'
import type { QueuedReport, SupplyPlace } from './queue.ts'

type Service = Awaited<ReturnType<typeof testService>>
type Client = Awaited<ReturnType<Service['signIn']>>
let service: Service
let clerk: Client
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
})

interface Queue {
  readonly reports: readonly QueuedReport[]
  readonly supplies: readonly SupplyPlace[]
}
const queueOf = async (client: Client) => (await (await client.get('/verifications')).json()) as Queue
const problem = async (response: Response) => ({ status: response.status, ...((await response.json()) as object) })
interface Standing {
  readonly forms: readonly { form: string; state: string; returned: readonly object[] }[]
  readonly verification: readonly { indicator: string; state: string; reported: string; verified: string | null }[]
}
const standing = async (client = clerk) => (await (await client.get('/standing')).json()) as Standing
const verified = async (indicator: string) => (await standing()).verification.find((one) => one.indicator === indicator)
const ranked = async (indicator: string, unit = 'xinxing') => {
  const office = await service.signIn('office')
  const { rows } = (await (await office.get('/rankings?pool=town')).json()) as {
    rows: { unit: { id: string }; indicators: Record<string, object> }[]
  }
  return rows.find((row) => row.unit.id === unit)?.indicators[indicator]
}

describe('固定资产投资', () => {
  let statistics: Client
  beforeEach(async () => {
    statistics = await service.signIn('verify-statistics')
  })
  const give = (client: Client, figure: object, window = '2019-06-1') =>
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
