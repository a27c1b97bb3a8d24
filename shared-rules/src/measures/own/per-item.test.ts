import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../../test/sample-pack.ts'
import type { Pack } from '../../pack/pack.ts'
import { evaluateUnit } from '../../scoring/evaluate-unit.ts'

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
})
