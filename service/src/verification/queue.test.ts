import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { projectRow, projects, tax } from '../testing/records.ts'
import type { QueuedReport, ShownDecision } from './queue.ts'

let service: TestService
let clerk: TestClient
let finance: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
  finance = await service.signIn('verify-finance')
})
const reports = async (client: TestClient) =>
  ((await (await client.get('/verifications')).json()) as { reports: readonly QueuedReport[] }).reports
const decide = (report: string, decision: object) =>
  finance.post('/verifications', { report, decisions: [{ item: 'reported', ...decision }] })

describe('an item in the queue', () => {
  it('stands beside what was reported for the window before, and says whether it changed', async () => {
    await service.submit(clerk, tax('1500'), '2019-05-2')
    await service.submit(clerk, tax('1800'))
    expect((await reports(finance))[0]?.items).toMatchObject([
      { value: '1800', before: { value: '1500', cells: null }, changed: true },
    ])
  })

  it('has not changed when the next window brings the same', async () => {
    const drc = await service.signIn('verify-drc')
    await service.submit(clerk, projects(projectRow('甲')), '2019-05-2')
    await service.submit(clerk, projects(projectRow('甲'), projectRow('乙')))
    expect((await reports(drc))[0]?.items.map(({ before, changed }) => [before?.cells?.['name'], changed])).toEqual([
      ['甲', false],
      [undefined, true],
    ])
  })

  it('carries the target, and flags for a person to look at', async () => {
    const { targets } = (await (await clerk.get('/standing')).json()) as { targets: Record<string, string> }
    await service.submit(clerk, tax(targets['tax'] ?? ''))
    const [indicator] = (await reports(finance))[0]?.indicators ?? []
    expect(indicator).toMatchObject({ indicator: 'tax', target: targets['tax'], flags: ['equals-target'] })
  })
})

describe('the history of a form', () => {
  it('keeps every decision, the latest first', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    await decide(number, { verdict: 'return', reason: '附入库凭证' })
    await decide(number, { verdict: 'approve' })
    const answer = await finance.get('/verifications/history?unit=xinxing&form=tax')
    const { decisions } = (await answer.json()) as { decisions: readonly (ShownDecision & { item: string })[] }
    expect(decisions.map(({ verdict, reason, by }) => [verdict, reason, by])).toEqual([
      ['approve', null, 'verify-finance'],
      ['return', '附入库凭证', 'verify-finance'],
    ])
  })

  it('is nobody’s who has no part in the form', async () => {
    await service.submit(clerk, investment('6500'))
    expect((await finance.get('/verifications/history?unit=xinxing&form=investment')).status).toBe(404)
    expect((await finance.get('/verifications/history?unit=finance&form=tax')).status).toBe(404)
    expect((await finance.get('/verifications/history?unit=no-such&form=tax')).status).toBe(404)
  })
})
