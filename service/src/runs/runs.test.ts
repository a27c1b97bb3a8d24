import { beforeAll, describe, expect, it } from 'vitest'
import { investment, testService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'
import { xlsxSnapshot } from '../testing/xlsx-snapshot.ts'
import type { RunView } from './run-view.ts'

type Service = Awaited<ReturnType<typeof testService>>
type Client = Awaited<ReturnType<Service['signIn']>>
let service: Service
let office: Client
let clerk: Client
let other: Client
beforeAll(async () => {
  service = await testService()
  office = await service.signIn('office')
  clerk = await service.signIn('xinxing')
  other = await service.signIn('heping')
  await service.submit(clerk, investment('6500', "=cmd|' /C calc'!A0"))
  await service.submit(clerk, tax('1800'))
  await service.submit(other, tax('1650'))
})

const viewOf = async (response: Response) => ((await response.json()) as { run: RunView }).run
const draft = async () => viewOf(await office.post('/runs', { window: '2019-06-1', title: '六月上半月测算' }))
const sign = (number: string) => office.post(`/runs/${number}/signature`, { decider: '领导小组', document: '纪要1号' })
const publish = (number: string) => office.post(`/runs/${number}/publication`, {})
const rowOf = ({ pools }: RunView, unit: string) =>
  pools.flatMap(({ rows }) => rows).find((row) => row.unit.id === unit)

describe('a run', () => {
  it('is numbered and frozen: what comes in later changes nothing of it', async () => {
    const first = await draft()
    expect(first.number).toMatch(/^2019-R\d\d$/)
    await service.submit(clerk, tax('1900'))
    expect(await viewOf(await office.get(`/runs/${first.number}`))).toEqual(first)
    const second = await draft()
    expect(second.number > first.number).toBe(true)
    expect(second.hash).not.toBe(first.hash)
    expect(rowOf(second, 'xinxing')?.indicators.find(({ indicator }) => indicator === 'tax')?.figures).toMatchObject({
      target: '3600',
      reported: '1900',
      verified: null,
      actual: '1900',
      verification: 'unverified',
    })
  })

  it('of the same facts has the same hash, and is computed to it again', async () => {
    const [first, second] = [await draft(), await draft()]
    expect(second.hash).toBe(first.hash)
    expect(await (await office.get(`/runs/${first.number}/reexecution`)).json()).toEqual({
      number: first.number,
      stored: first.hash,
      computed: first.hash,
      same: true,
      differing: [],
    })
  })

  /** What somebody with the database in hand would do; the types forbid it on purpose. */
  const forge = async (number: string, column: 'inputs' | 'result', from: RegExp, to: string) => {
    const { [column]: kept } = await service.db
      .selectFrom('run')
      .select(column)
      .where('number', '=', number)
      .executeTakeFirstOrThrow()
    const forged = kept.replace(from, to)
    expect(forged).not.toBe(kept)
    const change = { [column]: forged } as object
    await service.db.updateTable('run').set(change).where('number', '=', number).execute()
  }
  const reexecuted = async (number: string) => (await office.get(`/runs/${number}/reexecution`)).json()

  it('is found out when its stored inputs were changed', async () => {
    const { number, hash } = await draft()
    await forge(number, 'inputs', /"tax":"1650"/g, '"tax":"9650"')
    expect(await reexecuted(number)).toMatchObject({ stored: hash, same: false })
  })

  it('is found out when its stored result was changed', async () => {
    const { number } = await draft()
    await forge(number, 'result', /"rank":null/, '"rank":1')
    expect(await reexecuted(number)).toMatchObject({ same: false, differing: ['result'] })
  })

  it.each([
    ['a row of its pages was changed', { shown: '{"rank":1}' }],
    ['the figures of a row were changed', { figures: '[]' }],
    ['two rows changed places', { unit: 'heping' }],
  ])('is found out when %s', async (_, change) => {
    const { number } = await draft()
    const row = service.db.updateTable('run_row').where('run', '=', number).where('unit', '=', 'xinxing')
    await row.set(change as object).execute()
    expect(await reexecuted(number)).toMatchObject({ same: false, differing: ['rows'] })
  })

  it('is found out when a row of its pages was taken away or added', async () => {
    const { number } = await draft()
    const row = await service.db
      .selectFrom('run_row')
      .selectAll()
      .where('run', '=', number)
      .where('unit', '=', 'xinxing')
      .executeTakeFirstOrThrow()
    await service.db
      .insertInto('run_row')
      .values({ ...row, position: 99 })
      .execute()
    expect(await reexecuted(number)).toMatchObject({ same: false, differing: ['rows'] })
    await service.db.deleteFrom('run_row').where('run', '=', number).where('unit', '=', 'xinxing').execute()
    expect(await reexecuted(number)).toMatchObject({ same: false, differing: ['rows'] })
  })

  it('goes from draft to signed to published, and no other way', async () => {
    const { number } = await draft()
    expect(await (await publish(number)).json()).toMatchObject({ type: '/problems/run-state', status: 'draft' })
    expect(await viewOf(await sign(number))).toMatchObject({ status: 'signed', signed: { decider: '领导小组' } })
    expect((await sign(number)).status).toBe(409)
    expect(await viewOf(await publish(number))).toMatchObject({ status: 'published' })
    expect((await publish(number)).status).toBe(409)
  })

  it('does not exist for anybody else before it is published', async () => {
    const { number } = await draft()
    const paths = ['', '/workbook', '/reexecution', '/tables/ranking-town.csv'].map((path) => `/runs/${number}${path}`)
    const seen = async (client: Client) => {
      const { runs } = (await (await client.get('/runs')).json()) as { runs: { number: string }[] }
      const answers = await Promise.all(paths.map((path) => client.get(path)))
      return [runs.some((run) => run.number === number), ...answers.map(({ status }) => status)]
    }
    const verifier = await service.signIn('verify-drc')
    const missing = [false, 404, 404, 404, 404]
    expect(await seen(clerk)).toEqual(missing)
    await sign(number)
    expect([await seen(clerk), await seen(verifier)]).toEqual([missing, missing])
    await publish(number)
    const there = [true, 200, 200, 200, 200]
    expect([await seen(clerk), await seen(verifier)]).toEqual([there, there])
  })

  it('shows a unit everybody’s points once published, and figures of its own only', async () => {
    const { number } = await draft()
    await sign(number)
    await publish(number)
    const view = await viewOf(await clerk.get(`/runs/${number}`))
    const taxOf = (unit: string) => rowOf(view, unit)?.indicators.find(({ indicator }) => indicator === 'tax')
    expect(taxOf('heping')).toEqual({ indicator: 'tax', status: 'scored', shown: expect.any(String) })
    expect(taxOf('xinxing')?.figures).toMatchObject({ target: '3600' })
    expect(view.board).toEqual([])
    const csv = await (await clerk.get(`/runs/${number}/tables/figures.csv`)).text()
    expect(csv).toContain('新兴街道')
    expect(csv).not.toContain('和平街道')
    expect((await clerk.get(`/runs/${number}/tables/reports.csv`)).status).toBe(404)
  })

  it('goes out as a workbook with a sheet for each list', async () => {
    const { number } = await draft()
    const response = await office.get(`/runs/${number}/workbook`)
    expect(response.headers.get('content-disposition')).toContain(`run-${number}.xlsx`)
    const book = xlsxSnapshot(new Uint8Array(await response.arrayBuffer()))
    expect(book.sheets.map(({ name }) => name)).toEqual([
      '综合排名（镇街）',
      '综合排名（区直）',
      '奖项',
      '完成情况',
      '上报情况',
    ])
    const texts = book.sheets.flatMap(({ values }) => values.flat())
    expect(texts).toContain(rowOf(await draft(), 'xinxing')?.unit.name)
    expect(texts.filter((value) => typeof value === 'string' && value.includes('示例(非官方)'))).toHaveLength(5)
  })

  it('is not drafted for a window that has not come', async () => {
    expect((await office.post('/runs', { window: '2019-12-1', title: '年终' })).status).toBe(409)
    expect((await office.post('/runs', { window: '2030-12-1', title: '年终' })).status).toBe(404)
  })
})

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
    const decided = await viewOf(await decide(fresh.number, 'tax-award'))
    expect(listOf(decided, 'tax-award')).toMatchObject({
      count: 3,
      winners: ['xinxing', 'heping', 'xishan'],
      cost: '6',
      decision: { decider: '领导小组', reason: '完成率相近' },
    })
    expect(BigInt(decided.budget.now) - BigInt(fresh.budget.now)).toBe(2n)
    expect(decided.hash).toBe(fresh.hash)
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
    const decided = await viewOf(await decide(tied.number, 'tax-award', { count: 2, chosen: ['wulong'] }))
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
    expect(notesIn(await viewOf(await office.get(`/runs/${before.number}`)))).toEqual([])
    await office.post(`/findings/${number}/lifting`, { decider: '领导小组', reason: '复核后撤销' })
    expect(notesIn(await draft())).toEqual([])
  })

  it('is answered by its unit, and is nobody else’s business', async () => {
    const number = await record()
    expect((await clerk.post(`/findings/${number}/reply`, { reply: '系口径差异，附说明' })).status).toBe(200)
    expect((await other.post(`/findings/${number}/reply`, { reply: '无关' })).status).toBe(404)
    const seen = async (client: Client) =>
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
