import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../../test/points-of.ts'
import { exact } from '../../decimal-text.ts'
import { add, exactText } from '../../exact.ts'
import type { Bands } from './bands.ts'

const share = (text: string) => ({ share: text })
const hlj: Bands = {
  kind: 'bands',
  basis: 'actual',
  base: share('1'),
  above: [
    { width: '10', each: share('1/20') },
    { width: '10', each: share('1/40') },
    { width: null, each: share('1/60') },
  ],
  below: 'mirror',
  cap: null,
  floor: null,
}
const bounded: Bands = { ...hlj, cap: share('1.5'), floor: share('0.6') }
const ending: Bands = { ...hlj, above: [{ width: '10', each: share('1/20') }], below: [] }
const ownBelow: Bands = { ...hlj, below: [{ width: null, each: { points: '1' } }] }

describe('bands', () => {
  it.each<[string, Bands, string, string]>([
    ['HLJ-1, 25 points over', hlj, '25', '55/3'],
    ['the base exactly', hlj, '0', '10'],
    ['the end of the first band', hlj, '10', '15'],
    ['just inside the second band', hlj, '10.4', '15.1'],
    ['the end of the second band', hlj, '20', '17.5'],
    ['mirrored below', hlj, '-25', '5/3'],
    ['the cap exactly met', bounded, '10', '15'],
    ['past the cap', bounded, '11', '15'],
    ['the floor exactly met', bounded, '-8', '6'],
    ['past the floor', bounded, '-9', '6'],
    ['past the last band nothing changes', ending, '40', '15'],
    ['no band below takes nothing off', ending, '-40', '10'],
    ['bands of its own below', ownBelow, '-3', '7'],
  ])('%s', (_, measure, actual, points) => {
    expect(pointsOf(measure, '10', { actual })).toBe(points)
  })

  it('are undecided without the figure, and have no task without a target to look at', () => {
    expect(pointsOf(hlj, '10', {})).toBe('undecided: actual a')
    expect(pointsOf({ ...hlj, basis: 'excess' }, '10', { target: '0', actual: '5' })).toBe('no-task')
  })

  it('mirror exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), (cents) => {
        const x = (cents / 100).toFixed(2)
        const both = add(exact(pointsOf(hlj, '10', { actual: x })), exact(pointsOf(hlj, '10', { actual: `-${x}` })))
        expect(exactText(both)).toBe('20')
      }),
    )
  })
})
