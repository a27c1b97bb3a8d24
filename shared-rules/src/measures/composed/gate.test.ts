import { describe, expect, it } from 'vitest'
import { groupPoints, pointsOf } from '../../../test/points-of.ts'
import type { Gate } from './gate.ts'

const nothing = { kind: 'fixed', worth: { points: '0' } } as const
const steps = (from: string, per: string, each: string, most: string | null) => ({
  kind: 'stepper' as const,
  base: { share: '1' },
  above: {
    basis: 'actual' as const,
    from,
    per,
    each: { points: each },
    partSteps: 'drop' as const,
    most: most === null ? null : { points: most },
  },
  below: null,
})
const cs: Gate = {
  kind: 'gate',
  of: { basis: 'actual' },
  at: { from: '8', inclusive: true },
  met: steps('8', '2', '1', null),
  unmet: nothing,
}
const zs06: Gate = { ...cs, at: { from: '100', inclusive: true }, met: steps('100', '10', '0.5', '10') }
const second: Gate = { ...cs, of: { figure: { kind: 'reported', key: 'paid' } }, at: { from: '20', inclusive: true } }

describe('a gate', () => {
  it.each([
    ['CS-gate, 7.9', cs, '20', '7.9', '0'],
    ['CS-gate, 8 itself', cs, '20', '8', '20'],
    ['CS-gate, 13', cs, '20', '13', '22'],
    ['8 itself, not taken in', { ...cs, at: { from: '8', inclusive: false } }, '20', '8', '0'],
    ['ZS06, 99 %', zs06, '60', '99', '0'],
    ['ZS06, 100 %', zs06, '60', '100', '60'],
    ['ZS06, 135 %', zs06, '60', '135', '61.5'],
    ['ZS06, 400 %', zs06, '60', '400', '70'],
  ])('%s', (_, measure, weight, actual, points) => {
    expect(pointsOf(measure, weight, { actual })).toBe(points)
  })

  it('may stand on another figure, and names that one when it is missing', () => {
    expect(pointsOf(second, '20', { actual: '13', actuals: { paid: '20' } })).toBe('22')
    expect(pointsOf(second, '20', { actual: '13', actuals: { paid: '19' } })).toBe('0')
    expect(pointsOf(second, '20', { actual: '13' })).toBe('undecided: actual paid')
  })

  it('is undecided without the figure, and has no task without a target to look at', () => {
    expect(pointsOf(cs, '20', {})).toBe('undecided: actual a')
    expect(pointsOf({ ...cs, of: { basis: 'completion' } }, '20', { actual: '9' })).toBe('no-task')
  })

  it('compares those who reach it with the whole group, and tells the rest at once', () => {
    const ranked: Gate = {
      ...cs,
      met: {
        kind: 'rank',
        basis: 'actual',
        best: 'low',
        ties: 'competition',
        places: { kind: 'list', list: [{ points: '3' }, { points: '2' }], beyond: { points: '1' } },
        missing: 'withhold',
      },
    }
    const units = [{ actual: '7' }, { actual: '8' }, { actual: '9' }]
    expect(groupPoints(ranked, '20', units)).toEqual(['0', '2', '1'])
    expect(groupPoints(ranked, '20', units, false)).toEqual(['0', 'relative', 'relative'])
  })
})
