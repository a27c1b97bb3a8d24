import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../../test/points-of.ts'
import type { Anchors } from './anchors.ts'

const anchor = (at: string, share: string) => ({ at, worth: { share } })
const interval = (outside: Anchors['outside']): Anchors => ({
  kind: 'anchors',
  basis: 'actual',
  points: [anchor('1', '0'), anchor('3', '1'), anchor('6', '1'), anchor('8', '0')],
  outside,
})
const rising = (outside: Anchors['outside']): Anchors => ({
  ...interval(outside),
  points: [anchor('0', '0.6'), anchor('100', '1')],
})

describe('anchors', () => {
  it.each([
    ['the lower bound of the interval', interval('hold'), '3', '10'],
    ['inside the interval', interval('hold'), '4.5', '10'],
    ['the upper bound of the interval', interval('hold'), '6', '10'],
    ['between bound and limit', interval('hold'), '7', '5'],
    ['the outermost anchor', interval('hold'), '8', '0'],
    ['a third of the way', rising('hold'), '33', '7.32'],
    ['held above', rising('hold'), '150', '10'],
    ['held below', rising('hold'), '-50', '6'],
    ['drawn on above', rising('extend'), '150', '12'],
    ['drawn on below', rising('extend'), '-50', '4'],
    ['nothing above', rising('nothing'), '100.01', '0'],
    ['the last anchor is not outside', rising('nothing'), '100', '10'],
    ['nothing below', rising('nothing'), '-0.01', '0'],
  ])('%s', (_, measure, actual, points) => {
    expect(pointsOf(measure, '10', { actual })).toBe(points)
  })

  it('are undecided without the figure', () => {
    expect(pointsOf(rising('hold'), '10', {})).toBe('undecided: actual a')
  })

  it('stay the same inside, whatever holds outside', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), (cents) => {
        const given = { actual: (cents / 100).toFixed(2) }
        expect(pointsOf(rising('extend'), '10', given)).toBe(pointsOf(rising('nothing'), '10', given))
      }),
    )
  })
})
