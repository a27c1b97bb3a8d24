import { describe, expect, it } from 'vitest'
import { sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import { fingerprint } from '../hashing/fingerprint.ts'
import { packHash } from '../scoring/fingerprints.ts'
import { parsePack } from './pack.ts'

const sizeTiers = [
  {
    id: 'starts',
    title: '新开工',
    unit: '万元',
    clause: '五(二)',
    tiers: [
      { title: '1亿', from: '10000', inclusive: true, points: '1' },
      { title: '5亿', from: '50000', inclusive: true, points: '2' },
    ],
    beyond: null,
  },
]
const good = samplePack({
  sizeTiers,
  indicators: [sampleIndicator('a', '60'), sampleIndicator('b', '40'), sampleIndicator('c', '0')],
  awards: [
    {
      id: 'best',
      title: '综合奖',
      lane: 'comprehensive',
      clause: '四(三)',
      status: 'issued',
      pools: ['town'],
      eligible: { who: 'any', indicators: [] },
      excluded: [],
      basis: [{ by: 'points', indicator: 'a', best: 'high' }],
      count: { least: 2, most: 3, decider: '领导小组' },
      boundaryTie: 'all',
      prize: { value: '5', unit: '万元', per: 'winner' },
    },
  ],
  vetoes: [
    {
      id: 'false-report',
      title: '虚报',
      flag: 'false-report',
      effect: 'no-award',
      awards: ['best'],
      decider: '领导小组',
      evidence: '核定差额',
      clause: '四(五)',
    },
  ],
})

/** The good pack with one place changed; `undefined` takes the place away. */
function spoilt(path: string, value: unknown, pack: unknown = good): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(pack))
  const keys = path.split('.')
  const last = keys.pop() ?? ''
  let place = copy as Record<string, unknown>
  for (const key of keys) place = place[key] as Record<string, unknown>
  if (value === undefined) Reflect.deleteProperty(place, last)
  else place[last] = value
  return copy
}

const measure = 'indicators.0.measure'
const slope = (parts: object) => ({
  basis: 'excess',
  from: '0',
  per: '1',
  each: { points: '1' },
  partSteps: 'drop',
  most: null,
  ...parts,
})
const stepper = (parts: object) => ({ kind: 'stepper', base: { share: '1' }, above: null, below: null, ...parts })
const bound = (from: string, worth = '1') => ({ from, inclusive: true, worth: { points: worth } })
const perItem = (each: object) => ({
  kind: 'per-item',
  ledger: 'projects',
  where: [],
  each: [each],
  times: [],
  combine: 'sum',
  cap: null,
  floor: null,
})
const window = {
  id: 'w',
  title: '1',
  kind: 'half-month',
  start: '2019-01-01',
  end: '2019-01-15',
  due: '2019-01-17T17:30:00+08:00',
}

const activity = {
  id: 'opening-quarter',
  title: '首季开门红',
  clause: '三(二)',
  when: '3—4月份',
  ...{ from: '2019-03-01', to: '2019-04-30', organiser: null, participants: null, window: null },
  tasks: ['新建项目开工'],
}

/** Where the fault is put, what is put there, and where it must be found. */
const faults: readonly (readonly [string, unknown, string])[] = [
  ['id', 'Haizhou 2019', 'id'],
  ['version', '2019', 'version'],
  ['version', undefined, 'version'],
  ['year', '2019', 'year'],
  ['year', 20190, 'year'],
  ['title', '', 'title'],
  ['document.date', '2019年3月4日', 'document.date'],
  ['official', '否', 'official'],
  ['remark', '多写的', 'remark'],
  ['pools', [], 'pools'],
  ['pools.0.fullMark', '120', 'pools.0.fullMark'],
  ['pools.0.fullMark', 100, 'pools.0.fullMark'],
  ['scoring.rounding.places', 1.5, 'scoring.rounding.places'],
  ['scoring.rounding.halves', 'half-up', 'scoring.rounding.halves'],
  ['scoring.total', undefined, 'scoring.total'],
  ['scoring.ranking.ties', 'random', 'scoring.ranking.ties'],
  ['indicators.0.id', 'b', 'indicators.1.id'],
  ['indicators.0.status', 'pending', 'indicators.0.weights'],
  [measure, null, measure],
  ['indicators.0.weights', {}, 'indicators.0.weights'],
  ['indicators.0.weights', { village: '60' }, 'indicators.0.weights.village'],
  ['indicators.0.weights.town', '61', 'pools.0.fullMark'],
  ['indicators.0.weights.town', '6e1', 'indicators.0.weights.town'],
  ['indicators.0.scope', 'relative', 'indicators.0.scope'],
  ['indicators.0.target', null, 'indicators.0.target'],
  ['indicators.0.noTask', 'zero', 'indicators.0.noTask'],
  ['indicators.0.clause', '', 'indicators.0.clause'],
  ['indicators.0.verifiers', '统计局', 'indicators.0.verifiers'],
  ['indicators.0.dataOwner', undefined, 'indicators.0.dataOwner'],
  ['district', undefined, 'district'],
  ['questions', [{ id: 'A1' }], 'questions.0.question'],
  ['indicators.0.actual', { kind: 'typed', key: 'a' }, 'indicators.0.actual.kind'],
  ['indicators.0.actual', { kind: 'reported' }, 'indicators.0.actual.key'],
  ['indicators.0.excluded', [{ unit: 'finance' }], 'indicators.0.excluded.0.clause'],
  [`${measure}.kind`, 'formula', `${measure}.kind`],
  [`${measure}.cap`, 1.2, `${measure}.cap`],
  [`${measure}.cap`, undefined, `${measure}.cap`],
  [`${measure}.floor`, '2', `${measure}.floor`],
  [`${measure}.basis`, 'rate', `${measure}.basis`],
  [measure, stepper({ above: slope({ per: '0' }) }), `${measure}.above.per`],
  [measure, stepper({ above: slope({ partSteps: undefined }) }), `${measure}.above.partSteps`],
  [
    measure,
    { kind: 'table', basis: 'completion', rows: [bound('1'), bound('0.5')], below: { points: '0' } },
    `${measure}.rows.1.from`,
  ],
  [
    measure,
    { kind: 'table', basis: 'completion', rows: [{ from: '1', worth: { points: '1' } }], below: { points: '0' } },
    `${measure}.rows.0.inclusive`,
  ],
  [measure, perItem({ kind: 'tier', field: 'total', tiers: 'sizes', takes: 'highest' }), `${measure}.each.0.tiers`],
  [
    measure,
    perItem({ kind: 'slope', field: 'place', from: '1', at: '100', per: '0', points: '-3' }),
    `${measure}.each.0.per`,
  ],
  ['sizeTiers.0.tiers.1.from', '10000', 'sizeTiers.0.tiers.1.from'],
  ['sizeTiers.0.tiers.1.points', '0.5', 'sizeTiers.0.tiers.1.points'],
  ['awards.0.count', { least: 3, most: 2, decider: '领导小组' }, 'awards.0.count.least'],
  ['awards.0.pools', ['villages'], 'awards.0.pools.0'],
  ['awards.0.basis.0.indicator', 'z', 'awards.0.basis.0.indicator'],
  ['vetoes.0.awards', ['nobody'], 'vetoes.0.awards.0'],
  ['calendar.windows', [{ ...window, end: '2018-12-31' }], 'calendar.windows.0.end'],
  ['calendar.windows', [{ ...window, due: '2019-01-10T00:00:00+08:00' }], 'calendar.windows.0.due'],
  ['calendar.windows', [{ ...window, due: '2019-01-17' }], 'calendar.windows.0.due'],
  ['activities', [{ ...activity, to: '2019-02-28' }], 'activities.0.to'],
  ['activities', [{ ...activity, to: null }], 'activities.0.to'],
  ['activities', [{ ...activity, window: '2019-q1' }], 'activities.0.window'],
  ['activities', [{ ...activity, tasks: [] }], 'activities.0.tasks'],
  ['activities', [activity, activity], 'activities.1.id'],
]

const CHINESE = /^[^A-Za-z]*[\u4e00-\u9fff]/

describe('a pack with a fault', () => {
  it.each(faults)('at %s, given %j, is told so at %s', (place, value, path) => {
    const parsed = parsePack(spoilt(place, value))
    const found = parsed.ok ? [] : parsed.faults
    expect(found).toContainEqual({ path, message: expect.stringMatching(CHINESE) as string })
  })

  it('is told of more than forty at once, each at its place, in Chinese', () => {
    const expected = new Set<string>()
    const used = new Set<string>()
    let pack = JSON.parse(JSON.stringify(good)) as { indicators: unknown[] }
    for (const [place, value, path] of faults) {
      const copy = spoilt(place, value) as { indicators: object[] }
      if (place.startsWith('indicators.0') && path.startsWith('indicators.0') && place !== 'indicators.0.id') {
        const at = pack.indicators.push({ ...copy.indicators[0], id: `x${pack.indicators.length.toString()}` }) - 1
        expected.add(path.replace('.0', `.${at.toString()}`))
      } else if (
        !place.startsWith('indicators') &&
        !path.endsWith('fullMark') &&
        !used.has(place.split('.').slice(0, 2).join('.'))
      ) {
        used.add(place.split('.').slice(0, 2).join('.'))
        pack = spoilt(place, value, pack) as { indicators: unknown[] }
        expected.add(path)
      }
    }
    const parsed = parsePack(pack)
    const found = parsed.ok ? [] : parsed.faults
    expect(expected.size).toBeGreaterThanOrEqual(40)
    expect(found.map(({ path }) => path)).toEqual(expect.arrayContaining([...expected]))
    for (const { message } of found) expect(message).toMatch(CHINESE)
  })
})

const nested = (depth: number): unknown => (depth === 0 ? null : { kind: 'gate', met: nested(depth - 1) })
const cyclic: Record<string, unknown> = { kind: 'against' }
cyclic['measure'] = cyclic

describe('a hostile pack is refused', () => {
  it.each([
    ['nested 100000 deep', JSON.parse('['.repeat(5000) + ']'.repeat(5000)) as unknown],
    ['a measure inside itself', spoilt(measure, cyclic)],
    ['composed 500 deep', spoilt(measure, nested(500))],
    ['a table of a million rows', spoilt(measure, { kind: 'table', rows: Array.from({ length: 1e6 }, () => 1) })],
    ['50000 indicators', { ...good, indicators: Array.from({ length: 5e4 }, () => good.indicators[0]) }],
    ['a prototype key', JSON.parse('{"__proto__": {"ok": true}, "id": "x"}') as unknown],
    ['a prototype key as pool', spoilt('indicators.0.weights', JSON.parse('{"constructor": "60"}'))],
    ['a weight of 1e308', spoilt('indicators.0.weights.town', 1e308)],
    ['a weight of NaN as text', spoilt('indicators.0.weights.town', 'NaN')],
    ['a weight of ten thousand digits', spoilt('indicators.0.weights.town', '9'.repeat(10_000))],
    ['no object at all', 'haizhou'],
    ['nothing', undefined],
  ])('%s', (_, json) => {
    expect(parsePack(json)).toMatchObject({ ok: false })
  })
})

describe('the hash of a pack', () => {
  it('survives a round trip through JSON and another order of keys', () => {
    const back = parsePack(JSON.parse(JSON.stringify(good)))
    expect(back).toEqual({ ok: true, pack: good })
    expect(fingerprint(Object.fromEntries(Object.entries(good).toReversed()))).toBe(packHash(good))
  })
})
