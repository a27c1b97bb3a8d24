import { beforeEach, describe, expect, it } from 'vitest'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { projectRow, projects } from '../testing/records.ts'
import type { ProjectEvent } from './history.ts'
import type { LibraryLists } from './lists.ts'
import type { LibraryProject } from './project.ts'

let service: TestService
let clerk: TestClient
let drc: TestClient
let office: TestClient
beforeEach(async () => {
  service = await testService()
  clerk = await service.signIn('xinxing')
  drc = await service.signIn('verify-drc')
  office = await service.signIn('office')
})

const reserve = { stage: '储备', startDate: null, registered: null, totalInvestment: '12000' }
const completed = { stage: '竣工', startDate: '2019-01-10', completionDate: '2019-06-10' }
const july = () => service.setNow('2019-07-02T01:00:00Z')
const librarySeenBy = async (client: TestClient) =>
  ((await (await client.get('/projects')).json()) as { projects: LibraryProject[] }).projects
const listsSeenBy = async (client: TestClient) => (await (await client.get('/projects/lists')).json()) as LibraryLists
const detail = async (number: string) =>
  (await (await office.get(`/projects/${number}`)).json()) as { project: LibraryProject; history: ProjectEvent[] }
const approve = (report: string) => drc.post('/verifications', { report, decisions: [], rest: 'approve' })
const remove = (number: string, client = drc) =>
  client.post(`/projects/${number}/removal`, { decider: '区发改局', reason: '竣工验收' })
const countOf = async (indicator: string, window = '2019-h1') => {
  const { rows } = (await (await office.get(`/rankings?pool=town&window=${window}`)).json()) as {
    rows: { unit: { id: string }; indicators: Record<string, { verified?: string | null }> }[]
  }
  return rows.find(({ unit }) => unit.id === 'xinxing')?.indicators[indicator]?.verified
}

describe('a project', () => {
  it('is one and the same through all windows by its 项目编号, whatever its row becomes', async () => {
    const first = await service.submit(clerk, projects(projectRow('甲', reserve)))
    const number = first.numbers[0]?.number ?? ''
    july()
    const later = { number, startDate: '2019-06-20', totalInvestment: '12000' }
    const second = await service.submit(clerk, projects(projectRow('甲（一期）', later)), '2019-h1')
    await approve(second.number)
    const { project, history } = await detail(number)
    expect(project).toMatchObject({
      number,
      unit: { id: 'xinxing', name: '新兴街道' },
      name: '甲（一期）',
      stage: 'started',
      state: 'in-library',
      verified: true,
      dates: { reserve: '2019-06-15', started: '2019-06-20' },
      attention: [],
    })
    expect(history.map(({ kind, by }) => [kind, by])).toEqual([
      ['reported', 'xinxing'],
      ['reported', 'xinxing'],
      ['verified', 'verify-drc'],
    ])
    expect(history[1]).toMatchObject({
      report: second.number,
      window: '2019-h1',
      stage: 'started',
      changes: expect.arrayContaining([
        { column: 'stage', title: '项目阶段', before: '储备', after: '开工' },
        { column: 'startDate', title: '时间节点 · 开工日期', before: null, after: '2019-06-20' },
      ]),
    })
  })

  it('is proposed for removal once its 竣工 is verified, and not before', async () => {
    const { number: report, numbers } = await service.submit(clerk, projects(projectRow('甲', completed)))
    const number = numbers[0]?.number ?? ''
    expect((await listsSeenBy(office)).completedNotRemoved).toEqual([])
    expect(await (await remove(number)).json()).toMatchObject({ type: '/problems/project-state', state: 'in-library' })
    await approve(report)
    expect((await listsSeenBy(office)).completedNotRemoved.map((project) => project.number)).toEqual([number])
  })

  it('once removed leaves the library, keeps its history and goes on counting when its row is gone', async () => {
    const { number: report, numbers } = await service.submit(
      clerk,
      projects(projectRow('甲', completed), projectRow('乙', { startDate: '2019-02-02' })),
    )
    const number = numbers[0]?.number ?? ''
    await approve(report)
    expect((await remove(number)).status).toBe(200)
    expect((await remove(number)).status).toBe(409)
    expect((await listsSeenBy(office)).completedNotRemoved).toEqual([])
    july()
    const kept = projects(projectRow('乙', { number: numbers[1]?.number ?? null, startDate: '2019-02-02' }))
    const after = await service.submit(clerk, kept, '2019-h1')
    await approve(after.number)
    expect([await countOf('completions'), await countOf('new-projects')]).toEqual(['1', '2'])
    const { project, history } = await detail(number)
    expect(project).toMatchObject({ state: 'removed', stage: 'completed', dates: { completed: '2019-06-10' } })
    expect(history.map(({ kind }) => kind)).toEqual(['reported', 'verified', 'removed', 'dropped'])
    expect((await listsSeenBy(office)).dropped).toEqual([])
  })

  it('once removed counts in the unit’s own preview, too, and a preview that leaves it out is told so', async () => {
    const before = await service.draft(clerk, projects(projectRow('乙')))
    const { number: report, numbers } = await service.submit(clerk, projects(projectRow('甲', completed)))
    await approve(report)
    await remove(numbers[0]?.number ?? '')
    const stale = await clerk.post('/submissions', before, { 'idempotency-key': 'stale-preview' })
    expect(await stale.json()).toMatchObject({ type: '/problems/standing-outdated' })
    const { indicators } = await service.submit(clerk, projects(projectRow('乙')))
    const shown = (id: string) => indicators.find(({ indicator }) => indicator === id)?.shown
    // 新兴街道 has a task of one completion, and it was reached by the project that is no longer in its ledger.
    expect(shown('completions')).not.toBe('0.00')
  })

  it('that is removed does not count twice while its row is still reported', async () => {
    const { number: report, numbers } = await service.submit(clerk, projects(projectRow('甲', completed)))
    await approve(report)
    await remove(numbers[0]?.number ?? '')
    expect(await countOf('completions', '2019-06-1')).toBe('1')
  })

  it('is taken into the library by its keeper, with decider and reason', async () => {
    const { numbers } = await service.submit(clerk, projects(projectRow('甲', reserve)))
    const number = numbers[0]?.number ?? ''
    expect((await listsSeenBy(office)).awaitingAdmission.map((project) => project.number)).toEqual([number])
    const admit = { admitted: true, decider: '区发改局', reason: '前期手续齐备' }
    expect((await drc.post(`/projects/${number}/admission`, admit)).status).toBe(200)
    expect((await detail(number)).project.admission).toBe('admitted')
    expect((await listsSeenBy(office)).awaitingAdmission).toEqual([])
  })
})

describe('the library', () => {
  it('names what vanished from a ledger, what never was in reserve, what lies idle and what goes back', async () => {
    service.setNow('2019-01-20T01:00:00Z')
    const first = await service.submit(
      clerk,
      projects(
        projectRow('闲置', reserve),
        projectRow('消失', reserve),
        projectRow('倒退', { startDate: '2019-01-02', ...{ totalInvestment: '8000' } }),
      ),
      '2019-01-1',
    )
    const [idle, gone, back] = first.numbers.map(({ number }) => number)
    service.setNow('2019-08-02T01:00:00Z')
    const second = await service.submit(
      clerk,
      projects(
        projectRow('闲置', { ...reserve, number: idle ?? null }),
        projectRow('倒退', { ...reserve, number: back ?? null }),
        projectRow('直接开工', { startDate: '2019-07-07' }),
      ),
      '2019-07-2',
    )
    const direct = second.numbers.at(-1)?.number
    const numbersIn = (list: readonly LibraryProject[]) => list.map(({ number }) => number)
    const lists = await listsSeenBy(office)
    expect(numbersIn(lists.dropped)).toEqual([gone])
    expect(numbersIn(lists.idleReserves)).toEqual([idle])
    expect(numbersIn(lists.neverInReserve)).toEqual([direct])
    expect(numbersIn(lists.outOfOrder)).toEqual([back])
  })

  it('says how many of a unit’s reserves have started, and nothing of a unit that had none', async () => {
    const first = await service.submit(
      clerk,
      projects(projectRow('甲', reserve), projectRow('乙', reserve), projectRow('丙', reserve)),
    )
    await service.submit(await service.signIn('heping'), projects(projectRow('丁')))
    july()
    const rows = first.numbers.map(({ number }, at) =>
      projectRow(['甲', '乙', '丙'][at] ?? '', at === 0 ? { number, startDate: '2019-06-20' } : { ...reserve, number }),
    )
    await service.submit(clerk, projects(...rows), '2019-h1')
    expect((await listsSeenBy(office)).conversion).toEqual([
      { unit: { id: 'xinxing', name: '新兴街道' }, reserved: 3, started: 1, rate: '33.3' },
      { unit: { id: 'heping', name: '和平街道' }, reserved: 0, started: 0, rate: null },
    ])
  })

  it('shows a unit its own projects alone, and another bureau none', async () => {
    const { numbers } = await service.submit(clerk, projects(projectRow('甲')))
    const number = numbers[0]?.number ?? ''
    const heping = await service.signIn('heping')
    expect((await librarySeenBy(clerk)).map((project) => project.number)).toEqual([number])
    expect(await librarySeenBy(heping)).toEqual([])
    expect((await heping.get(`/projects/${number}`)).status).toBe(404)
    expect((await (await service.signIn('verify-finance')).get('/projects')).status).toBe(404)
    expect((await remove(number, await service.signIn('verify-statistics'))).status).toBe(404)
  })
})
