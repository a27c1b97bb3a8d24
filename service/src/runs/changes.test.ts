import { beforeAll, describe, expect, it } from 'vitest'
import { testService, type TestService } from '../testing/harness.ts'
import { tax } from '../testing/records.ts'
import { runChanges, type UnitChange } from './changes.ts'
import { findRun } from './store.ts'

let service: TestService
let changes: readonly UnitChange[]
const of = (unit: string) => changes.find((one) => one.unit === unit)

/** Three towns at half their tax: one reports more, one is cut by 财政局, one gets a finding that is only noted. */
beforeAll(async () => {
  service = await testService()
  const office = await service.signIn('office')
  const draft = async () =>
    ((await (await office.post('/runs', { window: '2019-06-1', title: '测算' })).json()) as { run: { number: string } })
      .run.number
  const figures = { xinxing: '1800', heping: '1650', hebei: '1400' }
  const numbers = new Map<string, string>()
  for (const [unit, figure] of Object.entries(figures)) {
    numbers.set(unit, (await service.submit(await service.signIn(unit), tax(figure))).number)
  }
  const before = await draft()
  await service.submit(await service.signIn('heping'), tax('2640'))
  const finance = await service.signIn('verify-finance')
  const cut = { item: 'reported', verdict: 'adjust', adjustment: { value: '1440' }, reason: '退库' }
  await finance.post('/verifications', { report: numbers.get('xinxing'), decisions: [cut] })
  const finding = { unit: 'hebei', veto: 'late-report', evidence: '迟报', document: '1号', decider: '领导小组' }
  await office.post('/findings', finding)
  const after = await draft()
  const response = await office.get(`/runs/${after}/changes?from=${before}`)
  changes = ((await response.json()) as { changes: UnitChange[] }).changes
})

describe('two runs', () => {
  it('say of each unit which cause changed which indicator', () => {
    expect(of('heping')?.steps).toMatchObject([{ cause: 'data', indicators: ['tax'] }])
    expect(of('xinxing')?.steps).toMatchObject([{ cause: 'verification', indicators: ['tax'] }])
    // A finding that is only noted moves nobody.
    expect(of('hebei')?.steps).toEqual([])
  })

  it('attribute a rank to what moved it, also where only the others moved', async () => {
    const run = async (number: string) => {
      const found = await findRun(service.db, 'haizhou-2019', number)
      if (!found) throw new Error(number)
      return found
    }
    const [first, second] = [await run('2019-R01'), await run('2019-R02')]
    // By the tax alone, so that totals are known: every other indicator of the pack is taken as 待下达.
    const only = service.pack.indicators.map((one) =>
      one.id === 'tax'
        ? { ...one, weights: { town: '100', department: '100' } }
        : { ...one, status: 'pending' as const, weights: {}, measure: null },
    )
    const pack = { ...service.pack, indicators: only }
    changes = runChanges({ pack, run: first }, { pack, run: second })
    expect(of('heping')).toMatchObject({
      ranks: [1, 1],
      totals: ['50.00', '80.00'],
      steps: [{ cause: 'data', points: '30', ranks: [1, 1] }],
    })
    expect(of('xinxing')).toMatchObject({
      ranks: [1, 3],
      totals: ['50.00', '40.00'],
      steps: [
        { cause: 'data', points: '0', ranks: [1, 2], indicators: [] },
        { cause: 'verification', points: '-10', ranks: [2, 3] },
      ],
    })
    // Equal to 新兴街道 at first and ahead of it in the end: only the step of 和平街道 passed it by.
    expect(of('hebei')).toMatchObject({ ranks: [1, 2], steps: [{ cause: 'data', points: '0', ranks: [1, 2] }] })
  })
})
