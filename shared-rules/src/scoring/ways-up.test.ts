import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPack } from '../../test/read-pack.ts'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import type { UnitFacts } from '../facts.ts'
import type { Pack } from '../pack/pack.ts'
import { evaluatePool } from './evaluate-pool.ts'
import { rankPool } from './rank-pool.ts'
import { waysUp, type WaysUp } from './ways-up.ts'

const targets = { a: '1000', b: '20' }
const unit = (id: string, a: string | null, b: string, more: Partial<UnitFacts> = {}): UnitFacts =>
  sampleFacts({ id, name: id, targets, actuals: { a, b }, ...more })
const sample = (ties: 'competition' | 'ordered' = 'competition') =>
  samplePack({
    indicators: [sampleIndicator('a', '60'), sampleIndicator('b', '40', { unit: '个' })],
    scoring: {
      rounding: { places: 2, halves: 'up' },
      total: 'sum-of-shown-parts',
      bounds: { least: null, most: null },
      ranking: { basis: 'shown', ties },
    },
  })
const rankOf = (pack: Pack, units: readonly UnitFacts[], id: string) =>
  rankPool(pack, 'town', evaluatePool(pack, units)).find((one) => one.unit === id)?.rank ?? NaN
const waysOf = (pack: Pack, units: readonly UnitFacts[], id: string, rank?: number): WaysUp => {
  const own = units.find((one) => one.id === id)
  if (!own) throw new Error('no such unit')
  return waysUp(pack, 'town', evaluatePool(pack, units), own, rank)
}

describe('the way to a better place', () => {
  // 甲 80, 乙 50, 丙 44.
  const units = [unit('甲', '1000', '10'), unit('乙', '500', '10'), unit('丙', '400', '10')]

  it('is the least that draws level with the next, where equal totals share a place', () => {
    expect(waysOf(sample(), units, '丙')).toEqual({
      kind: 'ways',
      rank: 2,
      total: '50.00',
      ways: [
        { kind: 'enough', indicator: 'a', more: '100', figure: '500', total: '50.00', rank: 2 },
        { kind: 'enough', indicator: 'b', more: '3', figure: '13', total: '50.00', rank: 2 },
      ],
    })
  })

  it('has to pass the next, where equal totals do not', () => {
    expect(waysOf(sample('ordered'), units, '丙')).toMatchObject({
      ways: [{ more: '101' }, { more: '4', total: '52.00' }],
    })
  })

  it('leads to any place asked for, and says how far an indicator alone can take it', () => {
    expect(waysOf(sample(), units, '丙', 1)).toMatchObject({
      rank: 1,
      total: '80.00',
      ways: [
        { kind: 'enough', indicator: 'a', more: '600', total: '80.00', rank: 1 },
        { kind: 'short', indicator: 'b', total: '64.00' },
      ],
    })
  })

  it('leaves out what is capped, since nothing more of it counts', () => {
    expect(waysOf(sample(), [unit('甲', '1000', '20'), unit('乙', '1000', '10')], '乙')).toMatchObject({
      ways: [{ indicator: 'b', more: '10' }],
    })
  })

  it('is not told to the first, to who has no rank, and where points need the others', () => {
    expect(waysOf(sample(), units, '甲')).toEqual({ kind: 'first' })
    expect(waysOf(sample(), [...units, unit('丁', null, '3')], '丁')).toEqual({ kind: 'unranked' })
    const relative = sampleIndicator('b', '40', {
      scope: 'relative',
      measure: {
        kind: 'min-max',
        basis: 'actual',
        best: 'high',
        worstGets: { points: '20' },
        bestGets: { points: '40' },
        allEqual: { points: '40' },
        alone: { points: '40' },
        missing: 'withhold',
      },
    })
    const pack = samplePack({ indicators: [sampleIndicator('a', '60'), relative] })
    expect(waysOf(pack, units, '丙')).toEqual({ kind: 'relative' })
  })

  it('does not guess what a project counts for that is scored by its size', () => {
    const pack = readPack('haizhou-2019')
    const project = { name: '甲', kind: '新建', stage: '开工', startDate: '2019-05-01', registered: '是' }
    const town = (id: string, investment: string, totalInvestment: string): UnitFacts =>
      sampleFacts({
        id,
        name: id,
        targets: { investment: '1000', newProjects: '2', largeProjects: '1' },
        actuals: { investment },
        items: { projects: [{ ...project, totalInvestment }] },
      })
    const ways = waysOf(pack, [town('a', '900', '20000'), town('b', '400', '12000')], 'b')
    expect(ways).toMatchObject({ kind: 'ways' })
    expect(ways.kind === 'ways' && ways.ways).toContainEqual({ kind: 'by-rows', indicator: 'project-scale' })
  })

  it('is enough, and one less is not, whatever the figures', () => {
    const figure = fc.integer({ min: 0, max: 2000 }).map(String)
    const town = fc.record({ a: figure, b: fc.integer({ min: 0, max: 30 }).map(String) })
    fc.assert(
      fc.property(
        fc.array(town, { minLength: 2, maxLength: 8 }),
        fc.constantFrom('competition', 'ordered'),
        (towns, ties) => {
          const pack = sample(ties as 'competition')
          const all = towns.map(({ a, b }, at) => unit(`u${at.toString()}`, a, b))
          for (const { id } of all) {
            const told = waysOf(pack, all, id)
            if (told.kind !== 'ways') continue
            for (const way of told.ways) {
              if (way.kind !== 'enough') continue
              const withFigure = (less: number) =>
                all.map((one) => {
                  const figure = (Number(way.figure) - less).toString()
                  return one.id === id ? { ...one, actuals: { ...one.actuals, [way.indicator]: figure } } : one
                })
              expect(rankOf(pack, withFigure(0), id)).toBe(way.rank)
              expect(way.rank).toBeLessThanOrEqual(told.rank)
              expect(rankOf(pack, withFigure(1), id)).toBeGreaterThan(told.rank)
            }
          }
        },
      ),
      { numRuns: 100 },
    )
  })
})
