import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'

let service: TestService
let clerk: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
})

describe('GET /receipts/:number', () => {
  const receiptFor = async (username: string) => {
    const { number } = await service.submit(clerk, investment('6500'))
    const reader = await service.signIn(username)
    return reader.get(`/receipts/${number}`)
  }

  it.each(['xinxing', 'office'])('answers %s', async (username) => {
    const response = await receiptFor(username)
    expect(await response.json()).toMatchObject({ receipt: { number: '2019-000001', unit: { id: 'xinxing' } } })
  })

  it('is to another unit as if it did not exist', async () => {
    expect((await receiptFor('heping')).status).toBe(404)
    expect((await clerk.get('/receipts/2019-999999')).status).toBe(404)
  })
})

describe('GET /standing', () => {
  it('shows the clerk its own unit, whatever is asked', async () => {
    const other = await service.signIn('heping')
    await service.submit(other, investment('4321'))
    const text = await (await clerk.get('/standing?unit=heping')).text()
    expect(JSON.parse(text)).toMatchObject({
      unit: { id: 'xinxing' },
      forms: [{ form: 'investment', submission: null }, {}, {}, {}, {}],
    })
    expect(text).not.toContain('4321')
  })

  it('changes its revision with every report, and only with its content', async () => {
    const revision = async () => ((await (await clerk.get('/standing')).json()) as { revision: string }).revision
    const empty = await revision()
    await service.submit(clerk, investment('6500'))
    const reported = await revision()
    await service.submit(clerk, investment('6500'))
    expect(reported).not.toBe(empty)
    expect(await revision()).toBe(reported)
  })

  it('of an earlier window knows nothing of later reports', async () => {
    await service.submit(clerk, investment('6500'))
    const standing = await (await clerk.get('/standing?window=2019-05-2')).json()
    expect(standing).toMatchObject({ window: '2019-05-2', forms: [{ submission: null }, {}, {}, {}, {}] })
  })
})
