import { beforeAll, describe, expect, it } from 'vitest'
import type { Comparison } from '@kaohe/shared-rules'
import { investment, testService, type TestClient, type TestService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'
import type { RunView } from './run-view.ts'
import type { UnitWorking } from './unit-working.ts'

let service: TestService
let office: TestClient
let run: RunView
beforeAll(async () => {
  service = await testService()
  office = await service.signIn('office')
  for (const [unit, figure] of [
    ['xinxing', '3600'],
    ['heping', '3000'],
    ['hebei', '1400'],
  ] as const) {
    await service.submit(await service.signIn(unit), tax(figure))
  }
  await service.submit(await service.signIn('xinxing'), investment('6500'))
  run = ((await (await office.post('/runs', { window: '2019-06-1', title: '试算' })).json()) as { run: RunView }).run
})

const simulate = (body: object) =>
  office.post(`/runs/${run.number}/simulation`, { unit: 'xinxing', veto: 'false-report', stands: true, ...body })
const comparisonOf = async (body: object) =>
  ((await (await simulate(body)).json()) as { comparison: Comparison }).comparison

describe('a finding that is only supposed', () => {
  it('changes nobody’s award as the pack has it, and says who would follow if it barred', async () => {
    const changed = ({ awards }: Comparison) => awards.filter(({ gains, loses }) => gains.length + loses.length > 0)
    expect(changed(await comparisonOf({}))).toEqual([])
    expect(changed(await comparisonOf({ effect: 'no-award' }))).toContainEqual({
      award: 'tax-award',
      gains: ['hebei'],
      loses: ['xinxing'],
    })
  })

  it('is stored nowhere', async () => {
    await simulate({ effect: 'no-award' })
    const again = ((await (await office.get(`/runs/${run.number}`)).json()) as { run: RunView }).run
    expect(again).toEqual(run)
  })

  it.each([
    ['a unit there is not', { unit: 'nowhere' }, 'unit'],
    ['a finding the pack does not know', { veto: 'nothing' }, 'veto'],
  ])('is refused for %s', async (_, body, path) => {
    const response = await simulate(body)
    expect(response.status).toBe(400)
    expect(await response.json()).toMatchObject({ issues: [{ path }] })
  })
})

describe('a run', () => {
  it('says what a third winner would come to, and who wins several awards', () => {
    const award = run.awards.find((one) => one.award === 'tax-award')
    expect(award?.options).toEqual([
      { count: 2, winners: ['xinxing', 'heping'], tie: [], cost: '4' },
      { count: 3, winners: ['xinxing', 'heping', 'hebei'], tie: [], cost: '6' },
    ])
    expect(run.severalAwards).toEqual([{ unit: 'xinxing', awards: ['investment-award', 'tax-award'] }])
  })

  it('shows how a unit’s points came about and where each fact is from: to the office, and to the unit once published', async () => {
    const path = `/runs/${run.number}/units/xinxing`
    const { indicators } = (await (await office.get(path)).json()) as UnitWorking
    const working = indicators.find(({ indicator }) => indicator === 'tax')?.working.join('\n')
    expect(working).toContain('下达')
    expect(working).toMatch(/申报，附件4，回执 2019-\d{6}/)
    const statuses = async () =>
      Promise.all(['xinxing', 'heping'].map(async (unit) => (await (await service.signIn(unit)).get(path)).status))
    expect(await statuses()).toEqual([404, 404])
    await office.post(`/runs/${run.number}/signature`, { decider: '领导小组', document: '纪要1号' })
    await office.post(`/runs/${run.number}/publication`, {})
    expect(await statuses()).toEqual([200, 404])
  })
})
