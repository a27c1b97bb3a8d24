import { beforeAll, describe, expect, it } from 'vitest'
import { parseExact, type Exact, type Rubric } from '@kaohe/shared-rules'
import type { RunView } from '../runs/run-view.ts'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { projectRow, projects } from '../testing/records.ts'
import { scoreOf } from './score.ts'
import type { JudgeScore, Panel } from './store.ts'

type Shown = Panel & { readonly given: readonly JudgeScore[]; readonly progress: readonly object[] }
let service: TestService
let office: TestClient
const judges = ['verify-drc', 'verify-commerce', 'heping', 'leader']
const opening = {
  award: 'new-projects-award',
  candidates: ['xinxing', 'heping'],
  judges,
  decider: '综合考核组',
  reason: '评定科技含量',
}
const open = (change: object = {}) => office.post('/panels', { ...opening, ...change })
const score = async (judge: string, unit: string, sum: number, panel = '2019-P01') =>
  (await service.signIn(judge)).post(`/panels/${panel}/scores`, {
    unit,
    points: { level: String(Math.min(40, sum)), equipment: String(Math.max(0, sum - 40)), innovation: '0' },
  })
const seenBy = async (client: TestClient) =>
  ((await (await client.get('/panels')).json()) as { panels: Shown[] }).panels

beforeAll(async () => {
  service = await testService()
  office = await service.signIn('office')
  // The same size, so that the award is decided by what the judges say.
  for (const unit of ['xinxing', 'heping']) await service.submit(await service.signIn(unit), projects(projectRow(unit)))
})

describe('评分', () => {
  it.each([
    ['for an award without a rubric', { award: 'tax-award' }, 'award'],
    ['with too few judges', { judges: ['leader'] }, 'judges'],
    ['with somebody who has no account', { judges: [...judges, 'nobody'] }, 'judges.4'],
    ['with a candidate there is not', { candidates: ['nowhere'] }, 'candidates.0'],
  ])('is not opened %s', async (_, change, path) => {
    const refused = await open(change)
    expect(refused.status).toBe(400)
    expect(await refused.json()).toMatchObject({ issues: [{ path }] })
  })

  it('is given by each named judge by itself, and by nobody else or for the judge’s own unit', async () => {
    expect((await open()).status).toBe(201)
    expect((await score('verify-drc', 'xinxing', 55)).status).toBe(200)
    expect((await score('verify-finance', 'xinxing', 55)).status).toBe(404)
    expect((await score('heping', 'heping', 70)).status).toBe(400)
    expect((await score('leader', 'xinxing', 80)).status).toBe(400)
    const [own] = await seenBy(await service.signIn('verify-drc'))
    expect(own?.given).toMatchObject([{ judge: 'verify-drc', unit: 'xinxing' }])
    const [others] = await seenBy(await service.signIn('verify-commerce'))
    expect(others?.given).toEqual([])
    const [counted] = await seenBy(office)
    expect([counted?.given, counted?.progress[0]]).toEqual([[], { judge: 'verify-drc', given: 1 }])
  })

  it('is not closed while a candidate was judged by too few', async () => {
    const refused = await office.post('/panels/2019-P01/closing', {})
    expect(await refused.json()).toMatchObject({
      issues: [{ path: 'candidates.xinxing' }, { path: 'candidates.heping' }],
    })
  })

  it('becomes one score without the highest and the lowest, by which the award then goes', async () => {
    // 新兴街道: 30, 50, 60, 70 → 55; 和平街道 by three others: 20, 45, 65 → 45. The first word of 发改局 was 55.
    for (const [judge, sum] of [
      ['verify-drc', 50],
      ['verify-commerce', 30],
      ['heping', 60],
      ['leader', 70],
    ] as const)
      await score(judge, 'xinxing', sum)
    for (const [judge, sum] of [
      ['verify-drc', 45],
      ['verify-commerce', 20],
      ['leader', 65],
    ] as const)
      await score(judge, 'heping', sum)
    expect((await office.post('/panels/2019-P01/closing', {})).status).toBe(200)
    const [closed] = await seenBy(office)
    expect(closed?.scores).toEqual({ xinxing: '55.00', heping: '45.00' })
    expect((await score('leader', 'heping', 70)).status).toBe(409)
    const { run } = (await (await office.post('/runs', { window: '2019-06-1', title: '评分后' })).json()) as {
      run: RunView
    }
    const award = run.awards.find((one) => one.award === 'new-projects-award')
    expect(award?.candidates.slice(0, 2).map(({ unit, keys }) => [unit, keys[1]])).toEqual([
      ['xinxing', '55'],
      ['heping', '45'],
    ])
    expect(award?.winners).toEqual(['xinxing', 'heping'])
  })
})

describe('scoreOf', () => {
  const rubric: Rubric = { id: 'r', title: 'r', clause: '四(三)', criteria: [], combine: 'mean', judges: 3, places: 2 }
  const sums = (...given: readonly string[]) => given.map((text) => parseExact(text) as Exact)

  it.each([
    ['the mean, rounded once half up', rubric, ['80', '85', '85'], '83.33'],
    ['the mean of what is left', { ...rubric, combine: 'drop-extremes' as const }, ['10', '80', '85.5', '99'], '82.75'],
    ['nothing from too few judges', rubric, ['80', '85'], null],
  ])('is %s', (_, by, given, expected) => {
    expect(scoreOf(by, sums(...given))).toBe(expected)
  })
})
