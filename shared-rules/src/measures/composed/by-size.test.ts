import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../../test/points-of.ts'
import type { BySize } from './by-size.ts'

const perPoint = (points: string) => ({
  kind: 'stepper' as const,
  base: { share: '1' },
  above: {
    basis: 'excess' as const,
    from: '0',
    per: '1',
    each: { points },
    partSteps: 'pro-rata' as const,
    most: null,
  },
  below: null,
})
const luohe: BySize = {
  kind: 'by-size',
  of: 'target',
  below: perPoint('0.1'),
  bands: [
    { from: '3000', inclusive: true, measure: perPoint('0.3') },
    { from: '5000', inclusive: false, measure: perPoint('0.6') },
  ],
}
const byPeople: BySize = { ...luohe, of: { kind: 'reported', key: 'people' } }

describe('a measure by size', () => {
  it.each([
    ['below the bands', '1000', '1100', '31'],
    ['just below the first', '2999', '3298.9', '31'],
    ['the first bound, taken in', '3000', '3300', '33'],
    ['the second bound, not taken in', '5000', '5500', '33'],
    ['above it', '6000', '6600', '36'],
  ])('%s', (_, target, actual, points) => {
    expect(pointsOf(luohe, '30', { target, actual })).toBe(points)
  })

  it('may go by another figure, and names that one when it is missing', () => {
    const given = { target: '1000', actual: '1100' }
    expect(pointsOf(byPeople, '30', { ...given, actuals: { people: '3000' } })).toBe('33')
    expect(pointsOf(byPeople, '30', given)).toBe('undecided: actual people')
  })

  it.each([
    ['no target', { actual: '5' }, 'no-task'],
    ['a target of zero', { target: '0', actual: '5' }, 'no-task'],
    ['a target in words', { target: '约3亿', actual: '5' }, 'undecided: target a'],
    ['a missing actual', { target: '1000' }, 'undecided: actual a'],
  ])('%s', (_, given, said) => {
    expect(pointsOf(luohe, '30', given)).toBe(said)
  })
})
