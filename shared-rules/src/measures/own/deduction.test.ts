import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../../test/points-of.ts'
import type { Deduction } from './deduction.ts'

const each = (points: string, most: string | null, from: Deduction['from'] = 'zero'): Deduction => ({
  kind: 'deduction',
  from,
  each: { points },
  most: most === null ? null : { points: most },
})

describe('a deduction', () => {
  it.each([
    ['HLJ-4, two projects not started', each('0.33', null), '0', '2', '-0.66'],
    ['three months without a report', each('1', '12'), '0', '3', '-3'],
    ['the limit exactly met', each('1', '12'), '0', '12', '-12'],
    ['past the limit', each('1', '12'), '0', '13', '-12'],
    ['without a limit', each('1', null), '0', '40', '-40'],
    ['nothing to take off', each('1', '12'), '0', '0', '0'],
    ['down from the weight', each('0.1', null, 'weight'), '0.5', '1', '0.4'],
    ['down from the weight, below zero without a limit', each('1', null, 'weight'), '2', '3', '-1'],
  ])('%s', (_, measure, weight, actual, points) => {
    expect(pointsOf(measure, weight, { actual })).toBe(points)
  })

  it('takes off a share of the weight', () => {
    expect(pointsOf({ ...each('1', null, 'weight'), each: { share: '0.1' } }, '20', { actual: '3' })).toBe('14')
  })

  it('cannot be told of a count below zero, or of none', () => {
    expect(pointsOf(each('1', null), '0', { actual: '-1' })).toBe('undecided: actual')
    expect(pointsOf(each('1', null), '0', {})).toBe('undecided: actual a')
  })
})
