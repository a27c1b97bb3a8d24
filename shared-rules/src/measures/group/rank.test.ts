import { describe, expect, it } from 'vitest'
import { groupPoints } from '../../../test/points-of.ts'
import type { Rank } from './rank.ts'

const mrank: Rank = {
  kind: 'rank',
  basis: 'actual',
  best: 'high',
  ties: 'competition',
  places: { kind: 'ratio', first: { share: '1' }, less: { share: '0.05' }, least: { points: '0' } },
  missing: 'withhold',
}
const list: Rank = {
  ...mrank,
  places: { kind: 'list', list: [{ points: '4' }, { points: '3' }, { share: '0.5' }], beyond: { points: '0' } },
}
const of = (...actuals: string[]) => actuals.map((actual) => ({ actual }))

describe('points by place', () => {
  it.each<[string, Rank, string[], string[]]>([
    ['MRANK-1, the first three places', mrank, ['9', '8', '7'], ['6', '5.7', '5.4']],
    ['the order of the units is no matter', mrank, ['7', '9', '8'], ['5.4', '6', '5.7']],
    ['less is better', { ...mrank, best: 'low' }, ['9', '8', '7'], ['5.4', '5.7', '6']],
    ['a list, and those past it', list, ['9', '8', '7', '6'], ['4', '3', '3', '0']],
    ['all equal are all first', mrank, ['5', '5', '5'], ['6', '6', '6']],
    [
      'all equal, sharing the last place they fill',
      { ...mrank, ties: 'shared' },
      ['5', '5', '5'],
      ['5.4', '5.4', '5.4'],
    ],
    ['a tie, and the place after it', mrank, ['9', '9', '7'], ['6', '6', '5.4']],
    ['a tie, ranked densely', { ...mrank, ties: 'dense' }, ['9', '9', '7'], ['6', '6', '5.7']],
    ['a tie, in the order given', { ...mrank, ties: 'ordered' }, ['9', '9', '7'], ['6', '5.7', '5.4']],
    ['a group of one is first', mrank, ['0'], ['6']],
    ['negative figures', mrank, ['-1', '-2'], ['6', '5.7']],
  ])('%s', (_, measure, actuals, points) => {
    expect(groupPoints(measure, '6', of(...actuals))).toEqual(points)
  })

  it('MRANK-1: the seventh place of 5 points', () => {
    expect(groupPoints(mrank, '5', of('9', '8', '7', '6', '5', '4', '3'))[6]).toBe('3.5')
  })

  it('never fall below the least', () => {
    const places = { kind: 'ratio' as const, first: { points: '2' }, less: { points: '1' }, least: { points: '0.5' } }
    expect(groupPoints({ ...mrank, places }, '6', of('9', '8', '7', '6'))).toEqual(['2', '1', '0.5', '0.5'])
  })
})
