import { beforeEach, describe, expect, it } from 'vitest'
import { investment, testService } from '../testing/harness.ts'
import { funds, grantRow, projectRow, projects, tax } from '../testing/records.ts'
import type { QueuedReport, SupplyPlace } from './queue.ts'

type Service = Awaited<ReturnType<typeof testService>>
type Client = Awaited<ReturnType<Service['signIn']>>
let service: Service
let clerk: Client
let drc: Client
let finance: Client
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
  drc = await service.signIn('verify-drc')
  finance = await service.signIn('verify-finance')
})

interface Queue {
  readonly reports: readonly QueuedReport[]
  readonly supplies: readonly SupplyPlace[]
}
const queueOf = async (client: Client) => (await (await client.get('/verifications')).json()) as Queue
const decide = (client: Client, report: string, decisions: readonly object[], more: object = {}) =>
  client.post('/verifications', { report, decisions, ...more })
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
    const disputes = async (client: Client) =>
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

describe('a bureau', () => {
  it('does not verify its own unit; the office does', async () => {
    const own = await service.signIn('finance')
    const { number } = await service.submit(own, tax('300'))
    expect((await queueOf(finance)).reports).toEqual([])
    const approve = [{ item: 'reported', verdict: 'approve' }]
    expect((await decide(finance, number, approve)).status).toBe(404)
    const office = await service.signIn('office')
    expect((await queueOf(office)).reports).toMatchObject([{ number, open: 1 }])
    expect((await decide(office, number, approve)).status).toBe(200)
    expect((await standing(own)).verification.find(({ indicator }) => indicator === 'tax')).toMatchObject({
      verified: '300',
    })
  })

  it('gets the same 404 for a report outside its duties as for one that is missing', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    const answers = await Promise.all([decide(drc, number, []), decide(drc, '2019-999999', [])])
    const bodies = await Promise.all(answers.map(async (answer) => ({ ...(await problem(answer)), requestId: null })))
    expect(bodies[0]).toMatchObject({ status: 404 })
    expect(bodies[0]).toEqual(bodies[1])
  })

  it('is told when the unit has handed in again since', async () => {
    const { number: sent } = await service.submit(clerk, tax('1800'))
    const { number: current } = await service.submit(clerk, tax('1900'))
    const answer = await problem(await decide(finance, sent, [{ item: 'reported', verdict: 'approve' }]))
    expect(answer).toMatchObject({ status: 409, type: '/problems/report-outdated', sent, current })
  })

  it('decides nothing when one of its decisions cannot stand', async () => {
    const { number, numbers } = await service.submit(clerk, projects(projectRow('甲')))
    const good = { item: numbers[0]?.number, verdict: 'approve' }
    expect((await decide(drc, number, [good, { item: '2-02-0099', verdict: 'approve' }])).status).toBe(400)
    expect(await verified('new-projects')).toMatchObject({ state: 'unverified' })
  })

  it('leaves a line in the log for what it changed, old and new, and none for saying it twice', async () => {
    const { number } = await service.submit(clerk, tax('1800'))
    const decision = { item: 'reported', verdict: 'adjust', adjustment: { value: '1700' }, reason: '退库' }
    await decide(finance, number, [decision])
    await decide(finance, number, [decision])
    const office = await service.signIn('office')
    const { entries } = (await (await office.get('/audit?subject=report/xinxing/tax')).json()) as { entries: object[] }
    expect(entries.slice(1)).toMatchObject([
      {
        actor: 'verify-finance',
        action: 'figure.verified',
        before: { number, items: [{ item: 'reported', value: '1800' }] },
        after: { bureau: 'finance', items: [{ item: 'reported', adjustment: { value: '1700' } }] },
        reason: '退库',
      },
    ])
  })
})

describe('a report', () => {
  const stateOf = async (form: string, client = clerk) =>
    (await standing(client)).forms.find((one) => one.form === form)?.state

  it('that is blank is 空表, of zero is 零报告, and missing is 未报: three different states', async () => {
    expect(await stateOf('tax')).toBe('not-reported')
    await service.submit(clerk, tax(null))
    expect(await stateOf('tax')).toBe('empty')
    await service.submit(clerk, tax('0'))
    expect(await stateOf('tax')).toBe('nil')
    await service.submit(clerk, tax('1'))
    expect(await stateOf('tax')).toBe('reported')
  })

  it('with an empty ledger is 零报告 only when the unit says so', async () => {
    await service.submit(clerk, funds())
    expect(await stateOf('funds')).toBe('empty')
    await service.submit(clerk, funds(), undefined, { nil: true })
    expect(await stateOf('funds')).toBe('nil')
  })

  it('that holds something cannot be declared 零报告', async () => {
    const more = { ...(await service.draft(clerk, funds(grantRow('1', '500')))), nil: true }
    const response = await clerk.post('/submissions', more, { 'idempotency-key': 'key-000001' })
    expect(await problem(response)).toMatchObject({ status: 400, issues: [{ path: 'nil' }] })
  })

  it('nobody asked for is 不适用', async () => {
    expect(await stateOf('investment', await service.signIn('health'))).toBe('not-applicable')
  })
})
