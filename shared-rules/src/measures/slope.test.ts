import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '../decimal-text.ts'
import { compare, exactText } from '../exact.ts'
import { climber, type Slope } from './slope.ts'

const slope = (parts: Partial<Slope>): Slope => ({
  from: '0',
  per: '2',
  each: { points: '3' },
  partSteps: 'drop',
  most: null,
  ...parts,
})
const climbs = (parts: Partial<Slope>, distance: string) => {
  const { steps, change } = climber(slope(parts))(exact(distance), exact('40'))
  return `${exactText(steps)} → ${exactText(change)}`
}

describe('a slope', () => {
  it.each([
    ['a step begun is dropped', {}, '3.9', '1 → 3'],
    ['a step just filled', {}, '4', '2 → 6'],
    ['a step begun counts whole', { partSteps: 'count-whole' as const }, '2.1', '2 → 6'],
    ['a filled step counts once', { partSteps: 'count-whole' as const }, '2', '1 → 3'],
    ['a step begun counts in proportion', { partSteps: 'pro-rata' as const }, '3', '1.5 → 4.5'],
    ['nothing at the start itself', { from: '3', partSteps: 'count-whole' as const }, '3', '0 → 0'],
    ['counted from the start', { from: '3' }, '7', '2 → 6'],
    ['nothing below the start', {}, '-5', '0 → 0'],
    ['the limit exactly met', { most: { points: '6' } }, '4', '2 → 6'],
    ['past the limit', { most: { points: '6' } }, '6', '3 → 6'],
    ['a share of the weight each, and at most', { each: { share: '0.05' }, most: { share: '0.1' } }, '8', '4 → 4'],
  ])('%s', (_, parts, distance, climbed) => {
    expect(climbs(parts, distance)).toBe(climbed)
  })

  it('gives for a step begun what dropping it and counting it whole enclose', () => {
    const [drop, rata, whole] = (['drop', 'pro-rata', 'count-whole'] as const).map((partSteps) =>
      climber(slope({ partSteps })),
    )
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9999 }), (cents) => {
        const changes = [drop, rata, whole].map((climb) => climb?.(exact((cents / 100).toFixed(2)), exact('40')).change)
        const [low, middle, high] = changes
        return !!low && !!middle && !!high && compare(low, middle) <= 0 && compare(middle, high) <= 0
      }),
    )
  })
})
