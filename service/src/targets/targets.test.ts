import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { auditEntries, chainHead } from '../audit/store.ts'
import { verifyChain } from '../audit/verify-chain.ts'
import type { RunView } from '../runs/run-view.ts'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { approval, bodyOf, decree, targetSteps } from '../testing/target-steps.ts'
import type { Reconciliation } from './reconcile.ts'
import type { TargetDraft } from './store.ts'

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
const { issued, draft, drafted, approve, issue, raised } = targetSteps(() => ({ office, leader, clerk }))

describe('a set of targets', () => {
  beforeEach(anew)

  it('comes into force by approval and document, from its day on', async () => {
    const number = await drafted(await raised())
    expect((await approve(number)).status).toBe(200)
    expect((await issue(number)).status).toBe(201)
    expect((await issued(2)).issue).toEqual({
      number: 2,
      document: '阜海政办发〔2019〕20号',
      sample: false,
      issuedAt: '2019-06-18T01:00:00.000Z',
      effectiveFrom: '2019-06-15',
      draft: '2019-D01',
      decider: '区领导小组',
      minutes: '会议纪要〔2019〕11号',
      approvedOn: '2019-06-17',
      note: null,
    })
    const standing = async (window: string) =>
      (await bodyOf<{ targets: object }>(await clerk.get(`/standing?window=${window}`))).targets
    expect(await standing('2019-06-1')).toMatchObject({ tax: '4000' })
    expect(await standing('2019-05-2')).toMatchObject({ tax: '3600' })
  })

  it('is logged at each step, with who decided and by which document', async () => {
    const number = await drafted(await raised())
    await approve(number)
    await issue(number)
    const { entries } = await bodyOf<{ entries: object[] }>(await office.get(`/audit?subject=targets/${number}`))
    expect(entries).toMatchObject([
      { actor: 'office', action: 'targets.drafted', after: { title: '年中调整', source: '录入' } },
      { actor: 'leader', action: 'targets.approved', after: { ...approval, role: 'leader' } },
      { actor: 'office', action: 'targets.issued', before: { status: 'approved' }, after: { issue: 2, ...decree } },
    ])
    const all = await auditEntries(service.db, 'haizhou-2019')
    expect(verifyChain('haizhou-2019', all, await chainHead(service.db, 'haizhou-2019'))).toEqual([])
  })

  it('says whether the leading group approved it itself or the office entered its minutes', async () => {
    const [own, entered] = [await drafted(await raised()), await drafted(await raised())]
    await approve(own)
    await approve(entered, office)
    const role = async (number: string) =>
      (await bodyOf<{ draft: TargetDraft }>(await office.get(`/target-drafts/${number}`))).draft.approval?.role
    expect([await role(own), await role(entered)]).toEqual(['leader', 'office'])
  })

  it('is issued only once it is approved, and only once', async () => {
    const number = await drafted(await raised())
    const state = async (response: Response) => ({ code: response.status, ...((await response.json()) as object) })
    expect(await state(await issue(number))).toMatchObject({
      code: 409,
      type: '/problems/draft-state',
      status: 'draft',
    })
    await approve(number)
    await issue(number)
    expect(await state(await issue(number))).toMatchObject({ code: 409, status: 'issued' })
    expect(await state(await approve(number))).toMatchObject({ code: 409 })
  })

  it('can be taken back until it is issued, and stays on record', async () => {
    const number = await drafted(await raised())
    await approve(number)
    const answer = await office.post(`/target-drafts/${number}/withdrawal`, { reason: '数据有误' })
    expect(await answer.json()).toMatchObject({ draft: { status: 'withdrawn' } })
    expect((await issue(number)).status).toBe(409)
    const { drafts } = await bodyOf<{ drafts: object[] }>(await office.get('/target-drafts'))
    expect(drafts).toMatchObject([{ number, status: 'withdrawn' }])
  })

  it('is not approved before its day, nor issued for another year', async () => {
    const number = await drafted(await raised())
    expect((await approve(number, leader, { date: '2019-06-19' })).status).toBe(400)
    await approve(number)
    expect((await issue(number, { effectiveFrom: '2020-01-01' })).status).toBe(400)
  })
})

describe('a draft', () => {
  beforeAll(anew)

  it.each([
    ['a unit there is not', { nowhere: { tax: '1' } }, 'targets.nowhere', '名册中没有'],
    ['a task the pack does not know', { xinxing: { other: '1' } }, 'targets.xinxing.other', '可用：investment'],
    ['text after the figure', { xinxing: { tax: '2000万' } }, 'targets.xinxing.tax', '是否为 2000（单位万元）'],
    ['another unit of money', { xinxing: { tax: '约3亿' } }, 'targets.xinxing.tax', '是否为 30000'],
    ['full-width digits', { xinxing: { tax: '２，０００' } }, 'targets.xinxing.tax', '是否为 2000'],
    ['no figure at all', { xinxing: { tax: '待定' } }, 'targets.xinxing.tax', '请写成数字'],
    ['an empty cell', { xinxing: { tax: '' } }, 'targets.xinxing.tax', '请写成数字'],
    ['less than nothing', { xinxing: { tax: '-5' } }, 'targets.xinxing.tax', '不能小于 0'],
    ['nothing, which no completion can be taken of', { xinxing: { tax: '0' } }, 'targets.xinxing.tax', '请删去'],
    ['part of a project', { xinxing: { newProjects: '1.5' } }, 'targets.xinxing.newProjects', '须为整数'],
  ])('is refused for %s, with what would pass', async (_, targets, path, says) => {
    const response = await draft(targets)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ issues: [{ path, message: expect.stringContaining(says) }] })
    expect((await bodyOf<{ drafts: object[] }>(await office.get('/target-drafts'))).drafts).toEqual([])
  })
})

describe('the reconciliation', () => {
  beforeAll(anew)

  it('finds the first issue equal to the district in every target', async () => {
    const { reconciliation } = await issued()
    expect(reconciliation.map(({ verdict }) => verdict)).toEqual(Array(8).fill('equal'))
    expect(reconciliation[0]).toMatchObject({ key: 'investment', district: '220000', units: '220000', difference: '0' })
  })

  it('shows 加压 and 缺口 with their amounts before anything is issued', async () => {
    const { targets } = await issued()
    const changed = { ...targets, xinxing: { ...targets['xinxing'], tax: '3600.5', investment: '12999' } }
    const { reconciliation } = await bodyOf<{ reconciliation: Reconciliation[] }>(await draft(changed))
    const of = (key: string) => reconciliation.find((one) => one.key === key)
    expect(of('tax')).toMatchObject({ verdict: 'above', difference: '0.5' })
    expect(of('investment')).toMatchObject({ verdict: 'below', difference: '-1' })
  })

  it('comes with what the draft would change of the version in force', async () => {
    const { from, differences } = await bodyOf<{ from: number; differences: object[] }>(await draft(await raised()))
    expect({ from, differences }).toEqual({
      from: 1,
      differences: [{ unit: 'xinxing', key: 'tax', from: '3600', to: '4000' }],
    })
  })
})

describe('the leading group', () => {
  beforeAll(anew)

  it('signs a run with its own account, and the run says so', async () => {
    await office.post('/runs', { window: '2019-06-1', title: '一' })
    await office.post('/runs', { window: '2019-06-1', title: '二' })
    const signature = { decider: '领导小组组长', document: '会议纪要〔2019〕12号' }
    const sign = async (by: TestClient, number: string) =>
      (await bodyOf<{ run: RunView }>(await by.post(`/runs/${number}/signature`, signature))).run.signed?.as
    expect(await sign(leader, '2019-R01')).toBe('leader')
    expect(await sign(office, '2019-R02')).toBe('office')
  })

  it('neither drafts nor issues nor publishes', async () => {
    const number = await drafted(await raised())
    await approve(number)
    for (const [path, body] of [
      ['/target-drafts', { title: '一', targets: {} }],
      [`/target-drafts/${number}/issue`, decree],
      ['/runs', { window: '2019-06-1', title: '一' }],
    ] as const) {
      expect((await leader.post(path, body)).status).toBe(404)
    }
  })
})
