import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { projectRow, projects } from '../testing/records.ts'

let service: TestService
let clerk: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
})

const history = async (path = '', client = clerk) => {
  const response = await client.get(`/history${path}`)
  return response.ok ? ((await response.json()) as Record<string, readonly object[]>) : { status: response.status }
}

describe('a unit’s history', () => {
  it('lists its reports, the latest first, and nobody else’s', async () => {
    const first = await service.submit(clerk, investment('12000'))
    const second = await service.submit(clerk, investment('12900'))
    await service.submit(await service.signIn('heping'), investment('1000'))
    const { reports } = (await history()) as { reports: readonly object[] }
    expect(reports).toMatchObject([
      { number: second.number, form: 'investment', window: '2019-06-1', by: '新兴街道', state: 'reported' },
      { number: first.number, timeliness: 'on-time' },
    ])
    expect(reports).toHaveLength(2)
  })

  it('is no business of the office’s pages nor of a bureau', async () => {
    expect((await (await service.signIn('office')).get('/history')).status).toBe(404)
    expect((await (await service.signIn('verify-drc')).get('/history/investment?cell=reported')).status).toBe(404)
  })
})

describe('the history of a cell', () => {
  it('tells each figure with its reason and what the bureau made of it', async () => {
    await service.submit(clerk, investment('12900'))
    const { number } = await service.submit(clerk, investment('9000'))
    const statistics = await service.signIn('verify-statistics')
    const decisions = [{ item: 'reported', verdict: 'return', reason: '与统计局数不符' }]
    expect((await statistics.post('/verifications', { report: number, decisions })).status).toBe(200)
    expect(await history('/investment?cell=reported')).toMatchObject({
      entries: [
        {
          number,
          value: '9000',
          reasons: ['已与台账核对'],
          decisions: [{ bureau: 'statistics', verdict: 'return', reason: '与统计局数不符' }],
        },
        { value: '12900', reasons: [], decisions: [] },
      ],
    })
  })

  it('follows a ledger row by its number, wherever it was moved to', async () => {
    const first = await service.submit(clerk, projects(projectRow('甲项目', { totalInvestment: '6000' })))
    const number = first.numbers[0]?.number ?? ''
    const moved = projectRow('甲项目', { totalInvestment: '7000', number })
    await service.submit(clerk, projects(projectRow('乙项目'), moved))
    const { entries } = (await history(`/projects?cell=projects/${number}/totalInvestment`)) as { entries: object[] }
    expect(entries).toMatchObject([{ value: '7000' }, { value: '6000' }])
  })

  it('does not exist for a cell that is in no form', async () => {
    for (const path of ['/investment?cell=secret', '/projects?cell=projects/1/secret', '/nothing?cell=reported'])
      expect(await history(path)).toEqual({ status: 404 })
  })
})
