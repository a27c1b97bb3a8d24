import { beforeEach, describe, expect, it } from 'vitest'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { projectRow, projects } from '../testing/records.ts'
import { likeness } from './likeness.ts'
import type { Reconciliation } from './reconcile.ts'
import type { Registration } from './store.ts'

let service: TestService
let statistics: TestClient
let numbers: readonly string[]
const line = (code: string, name: string, registeredOn = '2019-05-20') => ({ code, name, registeredOn })
const enter = (...entries: readonly object[]) => statistics.post('/registrations', { entries })
const match = (code: string, project: string | undefined, same: boolean) =>
  statistics.post(`/registrations/${code}/match`, { project, same })
const reconciled = async () =>
  (await (await statistics.get('/registrations')).json()) as Reconciliation & { registrations: Registration[] }

describe('入统对账', () => {
  beforeEach(async () => {
    service = await testService()
    statistics = await service.signIn('verify-statistics')
    const receipt = await service.submit(
      await service.signIn('xinxing'),
      projects(
        projectRow('钒钛新材料加工项目'),
        projectRow('光伏组件生产线', { registered: '否' }),
        projectRow('冷链物流园', { stage: '储备', startDate: null, registered: null, totalInvestment: '12000' }),
      ),
    )
    numbers = receipt.numbers.map(({ number }) => number)
  })

  it('lists both ways: started and not on the list, on the list and no project', async () => {
    await enter(line('T01', '海州区钒钛新材料加工工程'), line('T02', '某某养殖场'))
    const { startedOnly, registeredOnly, matched } = await reconciled()
    expect(startedOnly.map(({ number, claimed }) => [number, claimed])).toEqual([
      [numbers[0], true],
      [numbers[1], false],
    ])
    expect(registeredOnly.map(({ code }) => code)).toEqual(['T01', 'T02'])
    expect(matched).toEqual([])
  })

  it('proposes what is probably the same, and matches only what a person confirms', async () => {
    await enter(line('T01', '海州区钒钛新材料加工工程'))
    expect((await reconciled()).proposals).toMatchObject([
      { code: 'T01', project: { number: numbers[0] }, likeness: 'within' },
    ])
    expect((await match('T01', numbers[0], true)).status).toBe(200)
    const { matched, startedOnly, registeredOnly, proposals } = await reconciled()
    expect(matched).toMatchObject([{ registration: { code: 'T01' }, project: { number: numbers[0] } }])
    expect([startedOnly.map(({ number }) => number), registeredOnly, proposals]).toEqual([[numbers[1]], [], []])
  })

  it('does not propose again what somebody has told apart, and takes a match back', async () => {
    await enter(line('T01', '钒钛新材料加工'))
    await match('T01', numbers[0], true)
    await match('T01', numbers[0], false)
    expect(await reconciled()).toMatchObject({ matched: [], proposals: [] })
  })

  it('takes the same list twice without a second line, and a corrected line in place of the first', async () => {
    expect(await (await enter(line('T01', '甲'), line('T02', '乙'))).json()).toEqual({ entered: 2, unchanged: 0 })
    expect(await (await enter(line('T01', '甲'), line('T02', '乙厂'))).json()).toEqual({ entered: 1, unchanged: 1 })
    await enter({ ...line('T01', '甲'), withdrawn: true, reason: '重复入统' })
    expect((await reconciled()).registrations).toMatchObject([{ code: 'T02', name: '乙厂', by: 'verify-statistics' }])
  })

  it.each([
    ['a date that is none', line('T01', '甲', '2019-02-30'), 'entries.0.registeredOn'],
    ['a line without a name', line('T01', ' '), 'entries.0.name'],
  ])('refuses %s, and enters nothing of that list', async (_, wrong, path) => {
    const response = await enter(wrong, line('T02', '乙'))
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ issues: [{ path }] })
    expect((await reconciled()).registrations).toEqual([])
  })

  it('is entered by 统计局 alone; 发改局 may confirm, nobody else may look', async () => {
    const drc = await service.signIn('verify-drc')
    expect((await drc.post('/registrations', { entries: [line('T01', '甲')] })).status).toBe(404)
    await enter(line('T01', '甲'))
    expect((await drc.post('/registrations/T01/match', { project: numbers[1], same: true })).status).toBe(200)
    expect((await (await service.signIn('verify-finance')).get('/registrations')).status).toBe(404)
  })
})

describe('likeness', () => {
  it.each([
    ['钒钛新材料加工项目', '钒钛新材料 加工工程', 'same-name'],
    ['海州区钒钛新材料加工', '钒钛新材料加工', 'within'],
    ['光伏组件生产线扩建', '光伏组件生产线改建', 'similar'],
    ['冷链物流园', '光伏组件生产线', null],
    ['项目', '工程', null],
  ])('of %s and %s is %s', (one, other, expected) => {
    expect(likeness(one, other)).toBe(expected)
    expect(likeness(other, one)).toBe(expected)
  })
})
