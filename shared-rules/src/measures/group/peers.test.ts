import { describe, expect, it } from 'vitest'
import { groupPoints } from '../../../test/points-of.ts'
import type { Rank } from './rank.ts'

const ranked = (missing: Rank['missing']): Rank => ({
  kind: 'rank',
  basis: 'completion',
  best: 'high',
  ties: 'competition',
  places: { kind: 'list', list: [{ points: '3' }, { points: '2' }], beyond: { points: '1' } },
  missing,
})
const units = [
  { id: 'a', target: '10', actual: '9' },
  { id: 'b', target: '10' },
  { id: 'c', target: '10', actual: '8' },
  { id: 'd', actual: '8' },
]

describe('the others of a group', () => {
  it('settle nobody while one figure is missing, and name whose', () => {
    expect(groupPoints(ranked('withhold'), '10', units)).toEqual([
      'undecided: b actual a',
      'undecided: actual a',
      'undecided: b actual a',
      'no-task',
    ])
  })

  it('are compared without the one that is missing, where the pack says so', () => {
    expect(groupPoints(ranked('leave-out'), '10', units)).toEqual(['3', 'undecided: actual a', '2', 'no-task'])
  })

  it('are waited for while they are not at hand', () => {
    expect(groupPoints(ranked('leave-out'), '10', units, false)).toEqual([
      'relative',
      'undecided: actual a',
      'relative',
      'no-task',
    ])
  })

  it('may be none', () => {
    expect(groupPoints(ranked('withhold'), '10', [])).toEqual([])
    expect(groupPoints(ranked('withhold'), '10', [{ id: 'd', actual: '8' }])).toEqual(['no-task'])
  })
})
