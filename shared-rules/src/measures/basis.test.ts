import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../test/points-of.ts'
import type { Basis } from './basis.ts'

/** What the basis sees, read off a measure that pays one point for each one of it. */
const sees = (basis: Basis, given: Parameters<typeof pointsOf>[2]) =>
  pointsOf({ kind: 'linear', basis, cap: null, floor: null }, '1', given)
const reverse: Basis = { kind: 'reverse', whenZero: '2' }
const lead = (progress: string): Basis => ({ kind: 'lead', progress })

describe('what a measure looks at', () => {
  it.each<[string, Basis, Parameters<typeof pointsOf>[2], string]>([
    ['completion', 'completion', { target: '20', actual: '23' }, '1.15'],
    ['percentage points over', 'excess', { target: '20', actual: '23' }, '15'],
    ['percentage points short', 'excess', { target: '20', actual: '17' }, '-15'],
    ['the difference', 'difference', { target: '20', actual: '23' }, '3'],
    ['the difference from a target of zero', 'difference', { target: '0', actual: '3' }, '3'],
    ['the difference from a negative target', 'difference', { target: '-2', actual: '3' }, '5'],
    ['the figure itself, asked for or not', 'actual', { actual: '23' }, '23'],
    ['the reverse', reverse, { target: '4', actual: '8' }, '0.5'],
    ['the reverse of nothing', reverse, { target: '4', actual: '0' }, '2'],
    ['the reverse of less than nothing', reverse, { target: '4', actual: '-1' }, '2'],
    ['XP2017-Q1, ahead of a quarter of the year', lead('0.25'), { target: '1000', actual: '297' }, '4.7'],
    ['exactly on time', lead('0.5'), { target: '10', actual: '5' }, '0'],
    ['behind time', lead('0.5'), { target: '10', actual: '4' }, '-10'],
  ])('%s', (_, basis, given, seen) => {
    expect(sees(basis, given)).toBe(seen)
  })

  it.each<Basis>(['completion', 'excess', reverse, lead('0.5')])(
    '%j has no task at a target of zero or none',
    (basis) => {
      expect(sees(basis, { target: '0', actual: '3' })).toBe('no-task')
      expect(sees(basis, { actual: '3' })).toBe('no-task')
    },
  )

  it.each<Basis>(['completion', 'excess', reverse, lead('0.5')])('%j cannot be told of a negative target', (basis) => {
    expect(sees(basis, { target: '-1', actual: '3' })).toBe('undecided: target')
  })

  it.each<Basis>(['completion', 'excess', 'difference', reverse, lead('0.5')])(
    '%j names the fact it lacks',
    (basis) => {
      expect(sees(basis, { target: '3' })).toBe('undecided: actual a')
      expect(sees(basis, { target: 'x', actual: '3' })).toBe('undecided: target a')
    },
  )
})
