import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../../test/points-of.ts'
import type { Table } from './table.ts'

const row = (from: string, inclusive: boolean, points: string) => ({ from, inclusive, worth: { points } })
const dz07: Table = {
  kind: 'table',
  basis: 'completion',
  rows: [row('0.65', false, '10'), row('0.75', true, '15'), row('0.85', true, '20')],
  below: { points: '0' },
}
const twice: Table = { ...dz07, rows: [row('0.5', true, '1'), row('0.5', false, '2')] }
const shares: Table = {
  ...dz07,
  rows: [{ from: '1', inclusive: true, worth: { share: '1' } }],
  below: { share: '0.6' },
}

describe('a table', () => {
  it.each([
    ['DZ07-steps, 85', dz07, '85', '20'],
    ['DZ07-steps, 84.9', dz07, '84.9', '15'],
    ['DZ07-steps, 75', dz07, '75', '15'],
    ['DZ07-steps, 66', dz07, '66', '10'],
    ['DZ07-steps, 65 is not above 65', dz07, '65', '0'],
    ['just above an exclusive bound', dz07, '65.0001', '10'],
    ['past the last row', dz07, '300', '20'],
    ['below nothing', dz07, '-3', '0'],
    ['one bound, taken in and then passed: at it', twice, '50', '1'],
    ['one bound, taken in and then passed: above it', twice, '50.01', '2'],
    ['a share of the weight', shares, '100', '20'],
    ['a share of the weight below', shares, '99', '12'],
  ])('%s', (_, measure, actual, points) => {
    expect(pointsOf(measure, '20', { target: '100', actual })).toBe(points)
  })

  it.each([
    ['a target of zero', { target: '0', actual: '5' }, 'no-task'],
    ['a negative target', { target: '-1', actual: '5' }, 'undecided: target'],
    ['a missing actual', { target: '5' }, 'undecided: actual a'],
  ])('%s', (_, given, said) => {
    expect(pointsOf(dz07, '20', given)).toBe(said)
  })
})
