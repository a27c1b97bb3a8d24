import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RunView } from '../runs/run-view.ts'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'
import { bodyOf, targetSteps } from '../testing/target-steps.ts'

let service: TestService
let office: TestClient
let leader: TestClient
let clerk: TestClient
/** A service of its own for each test that issues something; the others share one. */
const anew = async () => {
  service = await testService()
  office = await service.signIn('office')
  leader = await service.signIn('leader')
  clerk = await service.signIn('xinxing')
}
const { issued, drafted, approve, issue, raised } = targetSteps(() => ({ office, leader, clerk }))

describe('versions', () => {
  beforeAll(anew)

  it('are told apart unit by unit, in register order', async () => {
    const { targets } = await issued()
    const { heping: _, ...rest } = await raised()
    const number = await drafted(rest)
    await approve(number)
    await issue(number)
    const { differences } = await bodyOf<{ differences: object[] }>(await clerk.get('/targets/2/differences'))
    expect(differences[0]).toEqual({ unit: 'xinxing', key: 'tax', from: '3600', to: '4000' })
    expect(differences.slice(1)).toEqual(
      ['investment', 'newProjects', 'reserves', 'enclave', 'tax', 'funds'].map((key) => ({
        unit: 'heping',
        key,
        from: targets['heping']?.[key],
        to: null,
      })),
    )
    expect((await clerk.get('/targets/2/differences?from=9')).status).toBe(404)
  })

  it('go out as a table in register order', async () => {
    const csv = await (await clerk.get('/targets/1/table')).text()
    const [head, first] = csv.split('\r\n')
    expect(head).toBe(
      '单位,固定资产投资（万元）,新开工投资5000万元以上项目（个）,新开工亿元以上项目（个）,包装储备亿元以上项目（个）,竣工投资5000万元以上项目（个）,“飞地经济”项目总额（万元）,协税护税（万元）,争取资金（万元）',
    )
    expect(first).toBe('韩家店镇,20000,2,1,2,1,6000,4200,9000')
  })
})

describe('a change of targets', () => {
  beforeEach(anew)

  it('turns a preview made before it away as outdated, and nothing is lost', async () => {
    const stale = await service.draft(clerk, tax('1800'))
    const number = await drafted(await raised())
    await approve(number)
    await issue(number)
    const refused = await clerk.post('/submissions', stale, { 'idempotency-key': 'key-000001' })
    expect(await refused.json()).toMatchObject({ type: '/problems/standing-outdated', sent: stale.basis })
    expect((await service.submit(clerk, tax('1800'))).indicators).toContainEqual(
      expect.objectContaining({ indicator: 'tax', status: 'scored' }),
    )
  })

  it('leaves runs that were drafted before it as they are, and windows that ended before its day', async () => {
    await service.submit(clerk, investment('6500'))
    await service.submit(clerk, tax('1800'), '2019-05-2')
    const runFor = async (window: string) =>
      (await bodyOf<{ run: RunView }>(await office.post('/runs', { window, title: window }))).run
    const target = ({ pools }: RunView) =>
      pools
        .flatMap(({ rows }) => rows)
        .find(({ unit }) => unit.id === 'xinxing')
        ?.indicators.find(({ indicator }) => indicator === 'tax')?.figures?.target
    const before = await runFor('2019-06-1')
    const number = await drafted(await raised())
    await approve(number)
    await issue(number)
    expect(target(await runFor('2019-06-1'))).toBe('4000')
    expect(target(await runFor('2019-05-2'))).toBe('3600')
    const kept = (await bodyOf<{ run: RunView }>(await office.get(`/runs/${before.number}`))).run
    expect(target(kept)).toBe('3600')
    expect(await (await office.get(`/runs/${before.number}/reexecution`)).json()).toMatchObject({ same: true })
  })

  it('shows in forms laid out afterwards', async () => {
    const number = await drafted(await raised())
    await approve(number)
    await issue(number)
    const grid = await (await clerk.get('/forms/tax/grid')).text()
    expect(grid).toContain('4000')
    expect(grid).not.toContain('示例')
  })
})

describe('targets of what is 待下达', () => {
  beforeAll(anew)

  it('may be issued ahead of the rules: on record, marked, and not scored', async () => {
    const { targets } = await issued()
    const number = await drafted({ ...targets, xinxing: { ...targets['xinxing'], domesticCapital: '3000' } })
    await approve(number)
    await issue(number)
    expect((await issued(2)).reconciliation.at(-1)).toMatchObject({
      key: 'domesticCapital',
      district: null,
      units: '3000',
      verdict: 'no-district-target',
      pending: true,
    })
    const { run } = await bodyOf<{ run: RunView }>(await office.post('/runs', { window: '2019-06-1', title: '一' }))
    const lists = run.awards.filter(({ award }) => award.startsWith('domestic-capital'))
    expect(lists.map(({ status, winners }) => ({ status, winners }))).toEqual(
      Array(2).fill({ status: 'pending', winners: [] }),
    )
    const row = run.pools.flatMap(({ rows }) => rows).find(({ unit }) => unit.id === 'xinxing')
    expect(row?.indicators.find(({ indicator }) => indicator === 'domestic-capital')).toMatchObject({
      status: 'pending',
    })
  })
})
