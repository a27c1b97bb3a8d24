import { beforeEach, describe, expect, it } from 'vitest'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { funds, grantRow, projectRow, projects, tax } from '../testing/records.ts'
import { decide, problem, queueOf, rankedIn, standings } from '../testing/verification-steps.ts'

let service: TestService
let clerk: TestClient
let drc: TestClient
let finance: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
  drc = await service.signIn('verify-drc')
  finance = await service.signIn('verify-finance')
})

const { standing, verified } = standings(() => clerk)
const ranked = (indicator: string, unit?: string) => rankedIn(service, indicator, unit)

describe('one submission', () => {
  it('stands in the queue of every bureau that has a part in it, and in no other', async () => {
    const { number } = await service.submit(clerk, funds(grantRow('1', '500')))
    const queues = await Promise.all(
      ['drc', 'finance', 'commerce', 'statistics'].map(async (bureau) => {
        const queue = await queueOf(await service.signIn(`verify-${bureau}`))
        return queue.reports.map((report) => [report.number, report.open])
      }),
    )
    expect(queues).toEqual([[[number, 1]], [[number, 1]], [], []])
  })

  it('shows the bureau the rows as reported, with the unit’s reasons', async () => {
    const { number, numbers } = await service.submit(clerk, projects(projectRow('甲项目', { industry: null })))
    const { reports } = await queueOf(drc)
    expect(reports).toMatchObject([
      {
        number,
        unit: { id: 'xinxing', name: '新兴街道' },
        items: [{ item: numbers[0]?.number, kind: 'row', cells: { name: '甲项目' }, decision: null, others: [] }],
      },
    ])
    expect(Object.values(reports[0]?.reasons ?? {})).toContain('已与台账核对')
  })
})

describe('认可', () => {
  it('makes the reported figure the verified one, and takes the mark off the ranking', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    expect(await verified('tax')).toMatchObject({ state: 'unverified', reported: '1800', verified: null })
    expect((await decide(finance, number, [{ item: 'reported', verdict: 'approve' }])).status).toBe(200)
    expect(await verified('tax')).toMatchObject({ state: 'verified', verified: '1800', difference: '0' })
    expect(await ranked('tax')).toMatchObject({ marks: [], verified: '1800' })
  })

  it('of the rest leaves what is already decided as it is', async () => {
    const { number, numbers } = await service.submit(clerk, projects(projectRow('甲'), projectRow('乙')))
    const struck = { item: numbers[0]?.number, verdict: 'adjust', adjustment: { struck: true }, reason: '未开工' }
    await decide(drc, number, [struck], { rest: 'approve' })
    expect(await verified('new-projects')).toMatchObject({ state: 'verified', reported: '2', verified: '1' })
  })

  it('holds for a row as long as the row stays as it was', async () => {
    const first = await service.submit(clerk, projects(projectRow('甲'), projectRow('乙')))
    await decide(drc, first.number, [], { rest: 'approve' })
    await service.submit(clerk, projects(projectRow('乙', { totalInvestment: '7000' }), projectRow('甲')))
    expect(await verified('new-projects')).toMatchObject({ state: 'partial' })
    const [report] = (await queueOf(drc)).reports
    expect(report?.items.map(({ cells, decision }) => [cells?.['name'], decision?.verdict])).toEqual([
      ['乙', undefined],
      ['甲', 'approve'],
    ])
  })
})

describe('核减', () => {
  it('puts the verified figure in place of the reported one, everywhere', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    await decide(finance, number, [
      { item: 'reported', verdict: 'adjust', adjustment: { value: '1650.5' }, reason: '退库 149.5 万元' },
    ])
    expect(await verified('tax')).toMatchObject({ verified: '1650.5', difference: '-149.5' })
    expect(await ranked('tax')).toMatchObject({ reported: '1800', verified: '1650.5' })
  })

  it('of a row’s amount takes it below the threshold, and so out of the count', async () => {
    const { number, numbers } = await service.submit(clerk, projects(projectRow('甲', { totalInvestment: '5000' })))
    const item = numbers[0]?.number
    await decide(drc, number, [
      { item, verdict: 'adjust', adjustment: { cells: { totalInvestment: '4999.99' } }, reason: '备案文件为准' },
    ])
    expect(await verified('new-projects')).toMatchObject({ state: 'verified', reported: '1', verified: '0' })
  })

  it.each([
    ['without a reason', { verdict: 'adjust', adjustment: { value: '1' } }, 'decisions.0.reason'],
    ['to what is no number', { verdict: 'adjust', adjustment: { value: '约1' }, reason: '核' }, 'decisions.0'],
    ['below zero', { verdict: 'adjust', adjustment: { value: '-1' }, reason: '核' }, 'decisions.0'],
    ['by striking a figure', { verdict: 'adjust', adjustment: { struck: true }, reason: '核' }, 'decisions.0'],
  ])('is refused %s', async (_, decision, path) => {
    const { number } = await service.submit(clerk, tax('1800'))
    const answer = await problem(await decide(finance, number, [{ item: 'reported', ...decision }]))
    expect(answer).toMatchObject({ status: 400, issues: [{ path }] })
    expect(await verified('tax')).toMatchObject({ state: 'unverified' })
  })

  it.each([
    ['a column there is not', { target: '1' }],
    ['a date that is none', { startDate: '2019-02-30' }],
    ['a stage that is none', { stage: '大概开工' }],
    ['the number of the row', { number: '2-02-0009' }],
  ])('of a row is refused for %s', async (_, cells) => {
    const { number, numbers } = await service.submit(clerk, projects(projectRow('甲')))
    const decision = { item: numbers[0]?.number, verdict: 'adjust', adjustment: { cells }, reason: '核' }
    expect((await decide(drc, number, [decision])).status).toBe(400)
  })
})

describe('退回', () => {
  it('of one row shows the unit its reason at the row, and lets the others be verified', async () => {
    const { number, numbers } = await service.submit(clerk, projects(projectRow('甲'), projectRow('乙')))
    const item = numbers[1]?.number
    await decide(drc, number, [{ item, verdict: 'return', reason: '缺开工照片' }], { rest: 'approve' })
    expect((await standing()).forms.find(({ form }) => form === 'projects')).toMatchObject({
      state: 'returned',
      returned: [{ item, bureau: 'drc', reason: '缺开工照片', by: 'verify-drc' }],
    })
    expect(await verified('new-projects')).toMatchObject({ state: 'partial' })
  })

  it('of a whole report sets it aside: an earlier one counts again, or none', async () => {
    const earlier = await service.submit(clerk, tax('1500'), '2019-05-2')
    const { number } = await service.submit(clerk, tax('1800'))
    await decide(finance, number, [{ item: '*', verdict: 'return', reason: '口径有误' }])
    expect(await ranked('tax')).toMatchObject({ reported: '1500', marks: ['unverified', 'carried'] })
    await decide(finance, earlier.number, [{ item: '*', verdict: 'return', reason: '同上' }])
    expect(await ranked('tax')).toMatchObject({ status: 'undecided', marks: ['not-reported'] })
  })

  it('is settled when the unit hands in again, which is then to be verified anew', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    await decide(finance, number, [{ item: '*', verdict: 'return', reason: '口径有误' }])
    await service.submit(clerk, tax('1800'))
    expect((await standing()).forms.find(({ form }) => form === 'tax')).toMatchObject({
      state: 'reported',
      returned: [],
    })
    expect((await queueOf(finance)).reports).toMatchObject([{ open: 1, returned: [] }])
  })
})

describe('争取资金', () => {
  const twoRows = () => service.submit(clerk, funds(grantRow('1', '500'), grantRow('2', '700')))

  it('is verified only once both bureaus have decided', async () => {
    const { number } = await twoRows()
    await decide(drc, number, [], { rest: 'approve' })
    expect(await verified('funds')).toMatchObject({ state: 'partial', verified: null })
    await decide(finance, number, [], { rest: 'approve' })
    expect(await verified('funds')).toMatchObject({ state: 'verified', verified: '1200' })
  })

  it('is disputed while they differ, listed with both figures, and settled when they agree', async () => {
    const { number, numbers } = await twoRows()
    const item = numbers[1]?.number
    const to = (amount: string) => [
      { item, verdict: 'adjust', adjustment: { cells: { amount } }, reason: `到账 ${amount}` },
    ]
    await decide(drc, number, to('600'), { rest: 'approve' })
    await decide(finance, number, to('650'), { rest: 'approve' })
    expect(await verified('funds')).toMatchObject({ state: 'partial', verified: null, reported: '1200' })
    const office = await service.signIn('office')
    const disputes = async (client: TestClient) =>
      ((await (await client.get('/verifications/disputes')).json()) as { disputes: object[] }).disputes
    const expected = [
      {
        unit: { id: 'xinxing', name: '新兴街道' },
        indicator: 'funds',
        reported: '1200',
        bureaus: [
          { bureau: 'drc', value: '1100', decided: 2, items: 2 },
          { bureau: 'finance', value: '1150', decided: 2, items: 2 },
        ],
        items: [item],
      },
    ]
    expect(await disputes(office)).toEqual(expected)
    expect(await disputes(drc)).toEqual(expected)
    expect(await disputes(await service.signIn('verify-commerce'))).toEqual([])
    await decide(drc, number, to('650'))
    expect(await verified('funds')).toMatchObject({ state: 'verified', verified: '1150', difference: '-50' })
    expect(await disputes(office)).toEqual([])
  })

  it('is not agreed on by equal sums of different rows', async () => {
    const { number, numbers } = await service.submit(clerk, funds(grantRow('1', '500'), grantRow('2', '500')))
    const strike = (at: number) => [
      { item: numbers[at]?.number, verdict: 'adjust', adjustment: { struck: true }, reason: '重复' },
    ]
    await decide(drc, number, strike(0), { rest: 'approve' })
    await decide(finance, number, strike(1), { rest: 'approve' })
    expect(await verified('funds')).toMatchObject({ state: 'partial', verified: null })
  })
})
