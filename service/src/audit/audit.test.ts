import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'

let service: TestService
let office: TestClient
beforeEach(async () => {
  service = await testService()
  office = await service.signIn('office')
})
const log = async (query = '') => (await (await office.get(`/audit${query}`)).json()) as { entries: unknown[] }

describe('GET /audit', () => {
  it('begins with the opening of the campaign and the pack in force', async () => {
    expect((await log()).entries).toMatchObject([
      { seq: 1, actor: 'service', action: 'campaign.opened', subject: 'campaign/haizhou-2019' },
      { seq: 2, actor: 'service', action: 'pack.in-force', after: { id: 'haizhou-2019', version: '2019.3' } },
    ])
  })

  it('says who handed in what in place of what, and why', async () => {
    const clerk = await service.signIn('xinxing')
    await service.submit(clerk, investment('6500'))
    const body = await service.draft(clerk, investment('1.3'))
    const refused = await (await clerk.post('/submissions', body, { 'idempotency-key': 'key-000001' })).json()
    const [missing = ''] = (refused as { missing: string[] }).missing
    const reasons = Object.fromEntries((refused as { missing: string[] }).missing.map((key) => [key, '更正']))
    await clerk.post('/submissions', { ...body, reasons }, { 'idempotency-key': 'key-000002' })
    expect(missing).not.toBe('')
    const { entries } = await log('?subject=report/xinxing/investment')
    expect(entries).toMatchObject([
      { seq: 3, actor: 'xinxing', before: null, after: { number: '2019-000001', window: '2019-06-1' }, reason: null },
      {
        seq: 4,
        before: { number: '2019-000001' },
        after: { number: '2019-000002' },
        reason: expect.stringContaining('更正'),
      },
    ])
  })

  it('holds no line for what was refused', async () => {
    const clerk = await service.signIn('xinxing')
    const body = await service.draft(clerk, investment('-5'))
    await clerk.post('/submissions', body, { 'idempotency-key': 'key-000001' })
    expect((await log()).entries).toHaveLength(2)
  })

  it('comes a page at a time', async () => {
    expect((await log('?limit=1')).entries).toMatchObject([{ seq: 1 }])
    expect((await log('?after=1&limit=1')).entries).toMatchObject([{ seq: 2 }])
  })
})
