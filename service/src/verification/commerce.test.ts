import { beforeAll, describe, expect, it } from 'vitest'
import { assess, parsePack, type Assessment, type Pack } from '@kaohe/shared-rules'
import { windowsAt } from '../register/windows.ts'
import { testService, type TestService } from '../testing/harness.ts'
import { loadUnits } from './load.ts'
import { supply } from './supply.ts'

/** The shipped pack as it would be once 内资 and 外资 are handed down: their figures without weight, their lists selected. */
function handedDown(pack: Pack): Pack {
  const weightless = {
    status: 'issued',
    weights: { town: '0', department: '0' },
    measure: { kind: 'fixed', worth: { points: '0' } },
  }
  const isCapital = (id: string) => id.endsWith('-capital')
  const parsed = parsePack({
    ...pack,
    version: '2019.9',
    indicators: pack.indicators.map((one) => (isCapital(one.id) ? { ...one, ...weightless } : one)),
    awards: pack.awards.map((award) => ({ ...award, status: 'issued' })),
  })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
  return parsed.pack
}

/** By unit: 内资到位额, 签约, 开工, 外资到位额, 上年同期; 万元 and 个. */
const figures = {
  xinxing: ['900', '4', '3', '120', '100'],
  heping: ['700', '5', '2', '90', '0'],
  hebei: ['800', '1', '1', '150', '50'],
} as const
const keys = [
  ['domestic-capital', 'domesticCapital'],
  ['domestic-capital', 'domesticSigned'],
  ['domestic-capital', 'domesticStarted'],
  ['foreign-capital', 'foreignCapital'],
  ['foreign-capital', 'foreignLastYear'],
] as const
let service: TestService
let assessment: Assessment

beforeAll(async () => {
  service = await testService()
  const office = await service.signIn('office')
  const { targets } = (await (await office.get('/targets/1')).json()) as { targets: Record<string, object> }
  const more = { domesticCapital: '1000', foreignCapital: '100' }
  const raised = Object.fromEntries(
    Object.entries(targets).map(([unit, own]) => [unit, unit in figures ? { ...own, ...more } : own]),
  )
  const drafted = await office.post('/target-drafts', { title: '内资、外资任务', targets: raised })
  const { draft } = (await drafted.json()) as { draft: { number: string } }
  const path = `/target-drafts/${draft.number}`
  await office.post(`${path}/approval`, { decider: '领导小组', minutes: '纪要9号', date: '2019-06-17' })
  await office.post(`${path}/issue`, { document: '另行下发〔2019〕1号', effectiveFrom: '2019-06-01' })

  const pack = handedDown(service.pack)
  const campaign = { id: 'haizhou-2019', title: '', year: 2019 }
  const clock = { now: () => new Date('2019-06-18T01:00:00Z'), demo: true }
  const window = windowsAt(pack.calendar, clock.now()).find(({ id }) => id === '2019-06-1')
  const account = await service.db
    .selectFrom('account')
    .select('id')
    .where('username', '=', 'verify-commerce')
    .executeTakeFirstOrThrow()
  if (!window) throw new Error('no window')
  await supply(
    { db: service.db, campaign, pack, clock },
    { account: account.id, username: 'verify-commerce', bureau: 'commerce' },
    window,
    {
      window: window.id,
      figures: Object.entries(figures).flatMap(([unit, values]) =>
        keys.map(([indicator, key], at) => ({ unit, indicator, key, value: values[at] ?? '' })),
      ),
    },
  )
  const units = await loadUnits(service.db, { campaign: campaign.id, pack, until: window.end })
  assessment = assess(pack, { asOf: window.end, units: units.map(({ facts }) => facts) })
})

const standings = (id: string) =>
  assessment.awards
    .find(({ award }) => award === id)
    ?.candidates.filter(({ unit }) => unit in figures)
    .map(({ unit, keys: [key], standing }) => [unit, key, standing.kind])

describe('商务局', () => {
  it('may supply nothing while 内资 and 外资 are 待下达', async () => {
    const commerce = await service.signIn('verify-commerce')
    const figure = { unit: 'xinxing', indicator: 'foreign-capital', value: '1' }
    expect((await commerce.post('/verifications/supplies', { window: '2019-06-1', figures: [figure] })).status).toBe(
      404,
    )
  })

  it('once they are handed down gives amounts, and their lists go by them', () => {
    expect(standings('domestic-capital-amount-award')).toEqual([
      ['xinxing', '900', 'winner'],
      ['hebei', '800', 'winner'],
      ['heping', '700', 'behind'],
    ])
  })

  it('gives signed and started projects, of which the rate is made, and one of one wins nothing', () => {
    expect(standings('domestic-capital-start-award')).toEqual([
      ['xinxing', '75', 'winner'],
      ['heping', '40', 'winner'],
      ['hebei', '100', 'below-minimum'],
    ])
  })

  it('gives last year’s amount, and a base of zero has no growth', () => {
    expect(standings('foreign-capital-growth-award')).toEqual([
      ['hebei', '200', 'winner'],
      ['xinxing', '20', 'winner'],
      ['heping', undefined, 'no-figure'],
    ])
  })
})
