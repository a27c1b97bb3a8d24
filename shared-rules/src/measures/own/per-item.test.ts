import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../../test/sample-pack.ts'
import { pointsOf } from '../../../test/points-of.ts'
import type { Pack } from '../../pack/pack.ts'
import { evaluateUnit } from '../../scoring/evaluate-unit.ts'
import type { PerItem } from './per-item.ts'

const tier = (title: string, from: string, points: string) => ({ title, from, inclusive: true, points })
const sizeTiers: Pack['sizeTiers'] = [
  {
    id: 'starts',
    title: '亿元以上新开工',
    unit: '万元',
    clause: '五(二)',
    tiers: [
      tier('1亿', '10000', '1'),
      tier('5亿', '50000', '2'),
      tier('10亿', '100000', '3'),
      tier('20亿', '200000', '5'),
    ],
    beyond: null,
  },
]
const pack = samplePack({
  sizeTiers,
  indicators: [
    sampleIndicator('scale', '100', {
      target: null,
      actual: { kind: 'count', ledger: 'projects', where: [] },
      measure: {
        kind: 'per-item',
        ledger: 'projects',
        where: [{ field: 'stage', op: 'one-of', values: ['开工', '入统'] }],
        each: [{ kind: 'tier', field: 'total', tiers: 'starts', takes: 'highest' }],
        times: [],
        combine: 'sum',
        cap: { share: '1' },
        floor: null,
      },
    }),
  ],
})
const scoreOf = (...projects: Record<string, string | null>[]) =>
  evaluateUnit(pack, sampleFacts({ items: { projects } })).indicators[0]

const table = (id: string, ...tiers: Pack['sizeTiers'][number]['tiers']): Pack['sizeTiers'][number] => ({
  id,
  title: id,
  unit: '万元',
  clause: '附则',
  tiers,
  beyond: null,
})
const published: Pack['sizeTiers'] = [
  table(
    'qd',
    tier('300', '300', '0.5'),
    tier('500', '500', '1'),
    tier('1000', '1000', '1.5'),
    tier('5000', '5000', '2'),
  ),
  table('large', tier('10亿', '100000', '4'), tier('50亿', '500000', '8')),
]
const tiers = (id: string): PerItem['each'][number] => ({ kind: 'tier', field: 'total', tiers: id, takes: 'highest' })
const slope: PerItem['each'][number] = { kind: 'slope', field: 'total', from: '0', at: '0', per: '1', points: '1' }
const qdFund: Partial<PerItem> = { each: [tiers('qd')], cap: { points: '2' } }
const plain: PerItem = {
  kind: 'per-item',
  ledger: 'projects',
  where: [],
  each: [],
  times: [],
  combine: 'sum',
  cap: null,
  floor: null,
}

describe('points per item', () => {
  it.each([
    ['9999.99', '0.00'],
    ['10000', '1.00'],
    ['49999.99', '1.00'],
    ['50000', '2.00'],
    ['100000', '3.00'],
    ['199999.99', '3.00'],
    ['200000', '5.00'],
  ])('take the bound itself in: %s 万元 earn %s', (total, shown) => {
    expect(scoreOf({ stage: '开工', total })).toMatchObject({ shown })
  })

  it('add up, and name each item in the working', () => {
    expect(
      scoreOf({ stage: '开工', total: '60000' }, { stage: '储备', total: 'x' }, { stage: '入统', total: '10000' }),
    ).toMatchObject({
      shown: '3.00',
      working: [
        { name: 'item', value: '2', item: 0 },
        { name: 'item', value: '1', item: 2 },
        { name: 'items', value: '3' },
      ],
    })
  })

  it('are undecided while a size cannot be read, and name the cell', () => {
    expect(scoreOf({ stage: '开工', total: '约3亿' })).toMatchObject({
      status: 'undecided',
      missing: [{ kind: 'item', key: 'projects', index: 0, field: 'total' }],
    })
  })

  it('are undecided while a ledger was not reported, and zero when it was reported empty', () => {
    expect(evaluateUnit(pack, sampleFacts({})).indicators[0]).toMatchObject({ status: 'undecided' })
    expect(scoreOf()).toMatchObject({ shown: '0.00' })
  })

  it.each<[string, Partial<PerItem>, string[], string]>([
    ['QD-fund, two grants', qdFund, ['320', '800'], '1.5'],
    ['QD-fund, the limit exactly met', qdFund, ['1200', '600'], '2'],
    ['QD-fund, too small a grant', qdFund, ['250'], '0'],
    ['each of two large projects by its tier', { each: [tiers('large')] }, ['600000', '120000'], '12'],
    ['the larger project alone', { each: [tiers('large')], combine: 'best' }, ['600000', '120000'], '8'],
    ['the mean', { each: [slope], combine: 'mean' }, ['3', '5'], '4'],
    ['the mean of no item', { each: [slope], combine: 'mean' }, [], '0'],
    ['the best of no item', { each: [slope], combine: 'best' }, [], '0'],
    ['the best of what is all below zero', { each: [slope], combine: 'best' }, ['-3', '-1'], '-1'],
    ['the floor', { each: [slope], floor: { points: '-2' } }, ['-3', '-1'], '-2'],
    ['a lead of 70 %', { each: [slope], times: [{ field: 'share', as: 'percent' }] }, ['10'], '7'],
  ])('come out as worked by hand: %s', (_, parts, totals, points) => {
    const items = { projects: totals.map((total) => ({ total, share: '70' })) }
    expect(pointsOf({ ...plain, ...parts }, '10', { items }, { sizeTiers: [...sizeTiers, ...published] })).toBe(points)
  })
})
