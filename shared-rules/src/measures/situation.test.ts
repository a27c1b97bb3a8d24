import { expect, it } from 'vitest'
import { groupPoints } from '../../test/points-of.ts'

it('runs a measure of the unit alone for each unit, whether the group is complete or not', () => {
  const linear = { kind: 'linear', basis: 'completion', cap: '1', floor: '0' } as const
  const units = [
    { target: '2', actual: '1' },
    { target: '4', actual: '4' },
  ]
  expect(groupPoints(linear, '10', units, false)).toEqual(['5', '10'])
  expect(groupPoints(linear, '10', units, true)).toEqual(['5', '10'])
})
