import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupPoints } from '../../../test/points-of.ts'
import { exact } from '../../decimal-text.ts'
import { compare } from '../../exact.ts'
import type { MinMax } from './min-max.ts'

const ga: MinMax = {
  kind: 'min-max',
  basis: 'actual',
  best: 'high',
  worstGets: { points: '60' },
  bestGets: { share: '1' },
  allEqual: { points: '80' },
  alone: { points: '90' },
  missing: 'withhold',
}
const of = (...actuals: string[]) => actuals.map((actual) => ({ actual }))

describe('points between the worst and the best of the group', () => {
  it.each<[string, MinMax, string[], string[]]>([
    ['GA-eff', ga, ['100', '250', '400'], ['60', '80', '100']],
    ['less is better', { ...ga, best: 'low' }, ['100', '250', '400'], ['100', '80', '60']],
    ['figures below zero', ga, ['-100', '0', '100'], ['60', '80', '100']],
    ['all equal', ga, ['5', '5', '5'], ['80', '80', '80']],
    ['all zero', ga, ['0', '0'], ['80', '80']],
    ['a group of one', ga, ['5'], ['90']],
    ['no decimal is exact', ga, ['0', '1', '3'], ['60', '220/3', '100']],
  ])('%s', (_, measure, actuals, points) => {
    expect(groupPoints(measure, '100', of(...actuals))).toEqual(points)
  })

  it('compare completion where the pack says so, and leave out who has no task', () => {
    const measure: MinMax = { ...ga, basis: 'completion' }
    const units = [
      { target: '10', actual: '5' },
      { target: '0', actual: '5' },
      { target: '100', actual: '100' },
    ]
    expect(groupPoints(measure, '100', units)).toEqual(['60', 'no-task', '100'])
  })

  it('lie between the two ends', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -999, max: 999 }), { minLength: 2 }), (values) =>
        groupPoints(ga, '100', of(...values.map((value) => value.toString()))).every(
          (points) => compare(exact(points), exact('60')) >= 0 && compare(exact(points), exact('100')) <= 0,
        ),
      ),
    )
  })
})
