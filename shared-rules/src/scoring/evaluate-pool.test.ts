import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import type { GroupMeasure } from '../measures/measure.ts'
import type { Veto } from '../pack/awards.ts'
import type { Indicator } from '../pack/indicator.ts'
import { evaluatePool } from './evaluate-pool.ts'
import { evaluateUnit } from './evaluate-unit.ts'
import { rankPool } from './rank-pool.ts'

const share = (text: string) => ({ share: text })
const minMax = (parts: Partial<Extract<GroupMeasure, { kind: 'min-max' }>> = {}): GroupMeasure => ({
  kind: 'min-max',
  basis: 'actual',
  best: 'high',
  worstGets: share('0.6'),
  bestGets: share('1'),
  allEqual: share('0.8'),
  alone: share('0.9'),
  missing: 'withhold',
  ...parts,
})
const relative = (measure: GroupMeasure, parts: Partial<Indicator> = {}) =>
  samplePack({ indicators: [sampleIndicator('x', '100', { scope: 'relative', target: null, measure, ...parts })] })
const units = (...actuals: (string | null)[]) =>
  actuals.map((x, at) => sampleFacts({ id: `u${at.toString()}`, actuals: { x } }))
const pointsOf = (pack: ReturnType<typeof relative>, ...actuals: (string | null)[]) =>
  evaluatePool(pack, units(...actuals)).map(({ indicators: [first] }) => first?.points ?? first?.status)

describe('a score that depends on the other units', () => {
  it('is relative while only one of them is at hand, and withholds the total', () => {
    const result = evaluateUnit(relative(minMax()), sampleFacts({ actuals: { x: '5' } }))
    expect(result.indicators[0]).toMatchObject({ status: 'relative', actual: '5', points: null, shown: null })
    expect(result.total).toMatchObject({ kind: 'withheld', undecided: ['x'] })
  })

  it('is settled by the pool, with the ends of the group in its working', () => {
    const [, middle] = evaluatePool(relative(minMax()), units('100', '250', '400'))
    expect(middle?.indicators[0]).toMatchObject({
      status: 'scored',
      points: '80',
      working: [
        { name: 'actual', value: '250' },
        { name: 'worst', value: '100' },
        { name: 'best', value: '400' },
        { name: 'counted', value: '0.5' },
      ],
    })
  })

  it('has a stated result where all are equal, and for a group of one', () => {
    expect(pointsOf(relative(minMax()), '7', '7')).toEqual(['80', '80'])
    expect(pointsOf(relative(minMax()), '7')).toEqual(['90'])
  })

  it('takes the low end for the good one where the pack says so', () => {
    expect(pointsOf(relative(minMax({ best: 'low' })), '1', '3')).toEqual(['100', '60'])
  })

  it('settles nobody while a figure is missing, or leaves that unit out, as the pack says', () => {
    expect(pointsOf(relative(minMax()), '1', null, '3')).toEqual(['undecided', 'undecided', 'undecided'])
    expect(pointsOf(relative(minMax({ missing: 'leave-out' })), '1', null, '3')).toEqual(['60', 'undecided', '100'])
    const [first] = evaluatePool(relative(minMax()), units('1', null))
    expect(first?.indicators[0]?.missing).toEqual([{ kind: 'actual', key: 'x', unit: 'u1' }])
  })

  it('compares units inside their own pool only', () => {
    const pack = samplePack({
      pools: [
        { id: 'town', title: '镇街', fullMark: '100' },
        { id: 'department', title: '区直', fullMark: '100' },
      ],
      indicators: [
        sampleIndicator('x', '100', {
          scope: 'relative',
          target: null,
          weights: { town: '100', department: '100' },
          measure: minMax(),
        }),
      ],
    })
    const facts = [...units('1', '3'), sampleFacts({ id: 'd', pool: 'department', actuals: { x: '2' } })]
    expect(evaluatePool(pack, facts).map(({ indicators: [first] }) => first?.points)).toEqual(['60', '100', '90'])
  })

  it('carries the mark upward: a combined measure waits with its part', () => {
    const combined = sampleIndicator('x', '100', {
      scope: 'relative',
      target: null,
      measure: {
        kind: 'combined',
        parts: [
          {
            title: '得分',
            weight: share('0.5'),
            actual: 'same',
            target: 'none',
            measure: { kind: 'fixed', worth: share('1') },
          },
          { title: '名次', weight: share('0.5'), actual: 'same', target: 'none', measure: minMax() },
        ],
        combine: 'sum',
        partWithoutTask: 'nothing',
        cap: null,
        floor: null,
      },
    })
    const pack = samplePack({ indicators: [combined] })
    expect(evaluateUnit(pack, sampleFacts({ actuals: { x: '1' } })).indicators[0]?.status).toBe('relative')
    expect(pointsOf(pack, '1', '3')).toEqual(['80', '100'])
  })
})

describe('a unit without a task', () => {
  const linear = { kind: 'linear', basis: 'completion', cap: '1', floor: '0' } as const
  const policy = (noTask: Indicator['noTask']) =>
    samplePack({
      indicators: [
        sampleIndicator('a', '40'),
        sampleIndicator('b', '60', { noTask, scope: noTask === 'group-mean' ? 'relative' : 'own-data' }),
      ],
    })
  const facts = [
    sampleFacts({ id: 'full', targets: { a: '10', b: '10' }, actuals: { a: '10', b: '10' } }),
    sampleFacts({ id: 'half', targets: { a: '10', b: '10' }, actuals: { a: '10', b: '5' } }),
    sampleFacts({ id: 'none', targets: { a: '10' }, actuals: { a: '10', b: '700' } }),
  ]
  const lastOf = (noTask: Indicator['noTask']) => evaluatePool(policy(noTask), facts).at(-1)

  it('gets what the others earned on average, where the pack says so', () => {
    expect(lastOf('group-mean')).toMatchObject({
      indicators: [{}, { status: 'no-task', points: '45' }],
      total: { shown: '85.00' },
    })
    expect(evaluateUnit(policy('group-mean'), facts[2] ?? sampleFacts({})).indicators[1]?.status).toBe('relative')
  })

  it('has the weight left out when nobody else had the task', () => {
    const alone = facts.slice(2)
    expect(evaluatePool(policy('group-mean'), alone)[0]).toMatchObject({
      indicators: [{ points: '100' }, { status: 'no-task', points: null }],
    })
  })

  it('is not ranked where the pack says so, and its points stay readable', () => {
    const results = evaluatePool(policy('not-participating'), facts)
    expect(rankPool(policy('not-participating'), 'town', results).map(({ unit, rank }) => [unit, rank])).toEqual([
      ['full', 1],
      ['half', 2],
      ['none', null],
    ])
    expect(results[2]).toMatchObject({ unranked: 'b', total: { kind: 'total', shown: '100.00' } })
  })

  it('earns a bonus by a measure of its own, with no weight behind it', () => {
    const bonus = {
      kind: 'gate',
      of: { basis: 'actual' },
      at: { from: '500', inclusive: true },
      met: { kind: 'fixed', worth: { points: '2' } },
      unmet: { kind: 'fixed', worth: { points: '0' } },
    } as const
    expect(lastOf({ kind: 'bonus-only', measure: bonus })).toMatchObject({
      indicators: [{ shown: '100.00' }, { status: 'no-task', shown: '2.00' }],
      total: { shown: '102.00' },
    })
  })

  it('is so with a target of zero, which nothing is divided by; a negative one cannot be read', () => {
    const pack = samplePack({ indicators: [sampleIndicator('a', '100', { measure: linear })] })
    const statusAt = (target: string) =>
      evaluateUnit(pack, sampleFacts({ targets: { a: target }, actuals: { a: '5' } })).indicators[0]
    expect(statusAt('0')?.status).toBe('no-task')
    expect(statusAt('-1')).toMatchObject({ status: 'undecided', missing: [{ kind: 'target', key: 'a' }] })
  })
})

describe('a veto on the rank', () => {
  it('takes the unit out of the ranking and leaves its points', () => {
    const veto: Veto = {
      id: 'accident',
      title: '事故',
      flag: 'accident',
      effect: 'no-rank',
      awards: [],
      decider: '领导小组',
      evidence: '认定',
      clause: '五',
    }
    const pack = samplePack({ indicators: [sampleIndicator('a', '100')], vetoes: [veto] })
    const facts = [sampleFacts({ id: 'a', targets: { a: '1' }, actuals: { a: '1' }, flags: ['accident'] })]
    expect(evaluatePool(pack, facts)[0]).toMatchObject({ unranked: 'accident', total: { shown: '100.00' } })
    expect(rankPool(pack, 'town', evaluatePool(pack, facts))[0]?.rank).toBeNull()
  })
})
