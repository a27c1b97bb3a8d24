import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import { exact } from '../decimal-text.ts'
import { add, compare, exactText, zero } from '../exact.ts'
import type { Measure } from '../measures/measure.ts'
import type { Pack } from '../pack/pack.ts'
import { evaluatePool } from './evaluate-pool.ts'
import { evaluateUnit } from './evaluate-unit.ts'

const amount = fc.integer({ min: 0, max: 50_000 }).map((n) => (n / 100).toFixed(2))
const task = fc.integer({ min: 1, max: 50_000 }).map((n) => (n / 100).toFixed(2))
const slope = { basis: 'excess', from: '0', per: '2', each: { points: '1' }, most: { points: '15' } } as const
const share = (text: string) => ({ share: text })

const monotone: readonly (readonly [string, Measure])[] = [
  ['linear', { kind: 'linear', basis: 'completion', cap: '1.2', floor: '0' }],
  [
    'stepper',
    {
      kind: 'stepper',
      base: share('1'),
      above: { ...slope, partSteps: 'drop' },
      below: { ...slope, partSteps: 'count-whole' },
    },
  ],
  [
    'bands',
    {
      kind: 'bands',
      basis: 'excess',
      base: share('1'),
      above: [
        { width: '10', each: share('1/20') },
        { width: null, each: share('1/40') },
      ],
      below: 'mirror',
      cap: null,
      floor: share('0'),
    },
  ],
  [
    'table',
    {
      kind: 'table',
      basis: 'completion',
      rows: [
        { from: '0.5', inclusive: true, worth: share('0.5') },
        { from: '1', inclusive: false, worth: share('1') },
      ],
      below: share('0'),
    },
  ],
  [
    'anchors',
    {
      kind: 'anchors',
      basis: 'completion',
      points: [
        { at: '0', worth: share('0') },
        { at: '0.8', worth: share('0.6') },
        { at: '1', worth: share('1') },
      ],
      outside: 'extend',
    },
  ],
  [
    'gate',
    {
      kind: 'gate',
      of: { basis: 'completion' },
      at: { from: '0.6', inclusive: true },
      met: { kind: 'linear', basis: 'completion', cap: '1', floor: null },
      unmet: { kind: 'fixed', worth: { points: '0' } },
    },
  ],
]

const packOf = (measure: Measure): Pack => samplePack({ indicators: [sampleIndicator('a', '100', { measure })] })
const points = (pack: Pack, target: string, actual: string) => {
  const [first] = evaluateUnit(pack, sampleFacts({ targets: { a: target }, actuals: { a: actual } })).indicators
  return exact(first?.points ?? '')
}

describe('a monotone measure', () => {
  it.each(monotone)('%s never falls when the actual rises', (_, measure) => {
    const pack = packOf(measure)
    fc.assert(
      fc.property(task, amount, amount, (target, a, b) => {
        const [low, high] = compare(exact(a), exact(b)) <= 0 ? [a, b] : [b, a]
        return compare(points(pack, target, low), points(pack, target, high)) <= 0
      }),
    )
  })
})

describe('caps and floors', () => {
  it('hold for every figure', () => {
    const linear = packOf({ kind: 'linear', basis: 'completion', cap: '1.2', floor: '0.1' })
    const stepper = packOf(monotone[1]?.[1] ?? { kind: 'fixed', worth: { points: '0' } })
    const between = (value: ReturnType<typeof exact>, low: string, high: string) =>
      compare(value, exact(low)) >= 0 && compare(value, exact(high)) <= 0
    fc.assert(
      fc.property(task, amount, (target, actual) => {
        expect(between(points(linear, target, actual), '10', '120')).toBe(true)
        expect(between(points(stepper, target, actual), '85', '115')).toBe(true)
      }),
    )
  })
})

const ids = ['a', 'b', 'c', 'd']
const relative = samplePack({
  indicators: [
    sampleIndicator('a', '25'),
    sampleIndicator('b', '25', { noTask: 'nothing' }),
    sampleIndicator('c', '25', {
      scope: 'relative',
      measure: {
        kind: 'min-max',
        basis: 'actual',
        best: 'high',
        worstGets: share('0.6'),
        bestGets: share('1'),
        allEqual: share('0.8'),
        alone: share('1'),
        missing: 'withhold',
      },
      target: null,
    }),
    sampleIndicator('d', '25', {
      scope: 'relative',
      measure: {
        kind: 'rank',
        basis: 'actual',
        best: 'high',
        ties: 'competition',
        places: { kind: 'ratio', first: share('1'), less: share('0.05'), least: share('0') },
        missing: 'withhold',
      },
      target: null,
    }),
  ],
})
const unit = fc.record({
  targets: fc.array(fc.option(task), { minLength: 4, maxLength: 4 }),
  actuals: fc.array(amount, { minLength: 4, maxLength: 4 }),
})
const unitsOf = (list: readonly { targets: (string | null)[]; actuals: string[] }[]) =>
  list.map(({ targets, actuals }, at) =>
    sampleFacts({
      id: `u${at.toString()}`,
      targets: Object.fromEntries(ids.map((id, index) => [id, targets[index] ?? null])),
      actuals: Object.fromEntries(ids.map((id, index) => [id, actuals[index] ?? null])),
    }),
  )

describe('a pool', () => {
  it('scores each unit the same in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 8 }), (list) => {
        const units = unitsOf(list)
        const back = evaluatePool(relative, units.toReversed()).toReversed()
        expect(back).toEqual(evaluatePool(relative, units))
      }),
      { numRuns: 50 },
    )
  })

  it('adds up: the shown total is the sum of the shown parts, and with all at full the full mark', () => {
    const pack = samplePack({ indicators: ids.map((id) => sampleIndicator(id, '25')) })
    fc.assert(
      fc.property(unit, (one) => {
        const [facts] = unitsOf([one])
        const { indicators, total } = evaluateUnit(pack, facts ?? sampleFacts({}))
        const sum = indicators.reduce((all, { shown }) => add(all, exact(shown ?? '0')), zero)
        if (total.kind === 'total') expect(compare(sum, exact(total.shown))).toBe(0)
        else expect(indicators.every(({ status }) => status === 'no-task')).toBe(true)
        const full = evaluateUnit(pack, sampleFacts({ targets: facts?.targets ?? {}, actuals: facts?.targets ?? {} }))
        if (full.total.kind === 'total') expect(full.total.exact).toBe('100')
      }),
    )
  })

  it('shares out the last digits so that parts meet the rounded total, by largest remainder', () => {
    const { scoring } = relative
    const pack = samplePack({
      indicators: ids.map((id) => sampleIndicator(id, '25')),
      scoring: { ...scoring, total: 'largest-remainder' },
    })
    const exactly = samplePack({
      indicators: ids.map((id) => sampleIndicator(id, '25')),
      scoring: { ...scoring, total: 'exact-total' },
    })
    fc.assert(
      fc.property(unit, (one) => {
        const [facts] = unitsOf([{ ...one, targets: one.targets.map((target) => target ?? '1') }])
        const { indicators, total } = evaluateUnit(pack, facts ?? sampleFacts({}))
        const sum = indicators.reduce((all, { shown }) => add(all, exact(shown ?? '0')), zero)
        const other = evaluateUnit(exactly, facts ?? sampleFacts({})).total
        expect(total.kind === 'total' && exactText(exact(total.shown))).toBe(exactText(sum))
        expect(total).toEqual(other)
      }),
    )
  })
})
