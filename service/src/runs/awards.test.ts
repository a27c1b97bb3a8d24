import { beforeAll, describe, expect, it } from 'vitest'
import type { TestClient, TestService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'
import { runOf, runSteps, townsReported } from '../testing/run-steps.ts'
import type { RunView } from './run-view.ts'

let service: TestService
let office: TestClient
let clerk: TestClient
let other: TestClient
beforeAll(async () => {
  ;({ service, office, clerk, other } = await townsReported())
})

const { draft, sign } = runSteps(() => office)

describe('an award of a run', () => {
  const decide = (number: string, award: string, change: object = {}) =>
    office.post(`/runs/${number}/awards/${award}`, {
      count: 3,
      chosen: [],
      decider: '领导小组',
      reason: '完成率相近',
      ...change,
    })
  const listOf = ({ awards }: RunView, award: string) => awards.find((one) => one.award === award)

  it('goes to the least number unless somebody decides for more, with a reason; the budget follows', async () => {
    const view = await draft()
    expect(listOf(view, 'tax-award')).toMatchObject({ count: 2, winners: ['xinxing', 'heping'], cost: '4' })
    await service.submit(await service.signIn('xishan'), tax('1000'))
    const fresh = await draft()
    const decided = await runOf(await decide(fresh.number, 'tax-award'))
    expect(listOf(decided, 'tax-award')).toMatchObject({
      count: 3,
      winners: ['xinxing', 'heping', 'xishan'],
      cost: '6',
      decision: { decider: '领导小组', reason: '完成率相近' },
    })
    expect(BigInt(decided.budget.now) - BigInt(fresh.budget.now)).toBe(2n)
    expect(decided.hash).toBe(fresh.hash)
  })

  it('says what it goes by and which bureau lays down its rules, in the tables, too', async () => {
    const view = await draft()
    expect(listOf(view, 'funds-award')).toMatchObject({
      owner: 'finance',
      basis: [
        { by: 'completion', title: '争取资金', cap: '120' },
        { by: 'actual', title: '争取资金', cap: null },
      ],
    })
    expect(listOf(view, 'tax-award')).toMatchObject({ owner: null })
    const csv = await (await office.get(`/runs/${view.number}/tables/awards`)).text()
    expect(csv).toContain('四(三)2(6)：依次比较争取资金完成率（120%封顶）、争取资金完成数；细则由区财政局制定')
  })

  it('lies within the bounds of the pack, and a list that is not handed down is not decided', async () => {
    const { number } = await draft()
    expect((await decide(number, 'tax-award', { count: 4 })).status).toBe(400)
    expect((await decide(number, 'tax-award', { chosen: ['heping'] })).status).toBe(400)
    expect((await decide(number, 'domestic-capital-amount-award')).status).toBe(400)
    expect((await decide(number, 'no-award')).status).toBe(400)
  })

  it('is no longer decided once the run is signed', async () => {
    const { number } = await draft()
    await sign(number)
    expect(await (await decide(number, 'tax-award')).json()).toMatchObject({ type: '/problems/run-state' })
  })

  it('leaves two units tied at the line to a person, and takes nobody but them', async () => {
    await service.submit(await service.signIn('wulong'), tax('2600'))
    await service.submit(await service.signIn('hebei'), tax('2800'))
    await service.submit(await service.signIn('gongrencun'), tax('2000'))
    await service.submit(await service.signIn('dongliang'), tax('3170'))
    // 完成率 100 % each; the larger amount goes first, so no tie: 3170, 2800.
    const view = await draft()
    expect(listOf(view, 'tax-award')).toMatchObject({ winners: ['dongliang', 'hebei'], tie: [] })
    // 文旅局 500 of 500 and 财政局 600 of 600 are behind by amount; two with the same target and figure are tied.
    const issue = { campaign: 'haizhou-2019', issue: 1, key: 'tax' }
    await service.db
      .updateTable('target')
      .set({ value: '2800' } as object)
      .where('unit', '=', 'wulong')
      .where('key', '=', issue.key)
      .execute()
    await service.submit(await service.signIn('wulong'), tax('2800'))
    const tied = await draft()
    expect(listOf(tied, 'tax-award')).toMatchObject({ tie: ['hebei', 'wulong'], winners: ['dongliang'] })
    const decided = await runOf(await decide(tied.number, 'tax-award', { count: 2, chosen: ['wulong'] }))
    expect(listOf(decided, 'tax-award')).toMatchObject({ winners: ['dongliang', 'wulong'], cost: '4' })
    expect((await decide(tied.number, 'tax-award', { count: 2, chosen: ['wulong', 'hebei'] })).status).toBe(400)
  })
})

describe('a finding', () => {
  const found = {
    unit: 'xinxing',
    veto: 'false-report',
    evidence: '核定差额 40%',
    document: '督查通报3号',
    decider: '领导小组',
  }
  const record = async () =>
    ((await (await office.post('/findings', found)).json()) as { finding: { number: string } }).finding.number

  it('is shown beside the unit in the awards of later runs, until it is lifted', async () => {
    const before = await draft()
    const number = await record()
    const notesIn = (view: RunView) =>
      view.awards.find(({ award }) => award === 'tax-award')?.candidates.find(({ unit }) => unit === 'xinxing')?.notes
    expect(notesIn(await draft())).toEqual(['虚报数据'])
    expect(notesIn(await runOf(await office.get(`/runs/${before.number}`)))).toEqual([])
    await office.post(`/findings/${number}/lifting`, { decider: '领导小组', reason: '复核后撤销' })
    expect(notesIn(await draft())).toEqual([])
  })

  it('is answered by its unit, and is nobody else’s business', async () => {
    const number = await record()
    expect((await clerk.post(`/findings/${number}/reply`, { reply: '系口径差异，附说明' })).status).toBe(200)
    expect((await other.post(`/findings/${number}/reply`, { reply: '无关' })).status).toBe(404)
    const seen = async (client: TestClient) =>
      ((await (await client.get('/findings')).json()) as { findings: { number: string; reply: string | null }[] })
        .findings
    expect((await seen(clerk)).find((one) => one.number === number)).toMatchObject({ reply: '系口径差异，附说明' })
    expect(await seen(other)).toEqual([])
  })

  it.each([
    ['a unit there is not', { unit: 'nowhere' }, 'unit'],
    ['a veto the pack does not know', { veto: 'bad-weather' }, 'veto'],
    ['no evidence', { evidence: '' }, 'evidence'],
  ])('is refused for %s', async (_, change, path) => {
    const response = await office.post('/findings', { ...found, ...change })
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ issues: [{ path }] })
  })
})
