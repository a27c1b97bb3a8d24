import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pointsOf } from '../../../test/points-of.ts'
import { exact } from '../../decimal-text.ts'
import { compare } from '../../exact.ts'
import type { Linear } from './linear.ts'

const capped: Linear = { kind: 'linear', basis: 'completion', cap: '1', floor: '0' }
const fifthMore: Linear = { ...capped, cap: '1.2' }
const open: Linear = { ...capped, cap: null, floor: null }
const reversed: Linear = { ...capped, basis: { kind: 'reverse', whenZero: '1' } }

describe('points in proportion', () => {
  it.each<[string, Linear, string, string, string, string]>([
    ['PS2017-partial', capped, '50', '1000', '640', '32'],
    ['ZSR-cap, below', capped, '50', '40', '36', '45'],
    ['ZSR-cap, above', capped, '50', '40', '50', '50'],
    ['ZSR-cap, part of a few', capped, '30', '6', '4', '20'],
    ['CJJB2020, all of it', capped, '20', '1.56', '1.56', '20'],
    ['ZS2024-A, investment', fifthMore, '0.5', '1', '0.96', '0.48'],
    ['ZS2024-A, the cap exactly met', fifthMore, '0.5', '1', '1.2', '0.6'],
    ['just below the cap', fifthMore, '10', '100', '119.99', '11.999'],
    ['just above the cap', fifthMore, '10', '100', '120.01', '12'],
    ['no cap', open, '10', '100', '350', '35'],
    ['no decimal is exact', capped, '12.5', '3', '1', '25/6'],
    ['negative, held at the floor', capped, '10', '100', '-20', '0'],
    ['negative without a floor', open, '10', '100', '-20', '-2'],
    ['a floor above nothing', { ...capped, floor: '0.1' }, '10', '100', '5', '1'],
    ['nothing reached', capped, '10', '100', '0', '0'],
    ['reversed, under the limit', reversed, '10', '4', '2', '10'],
    ['reversed, twice the limit', reversed, '10', '4', '8', '5'],
    ['reversed, nothing to divide by', reversed, '10', '4', '0', '10'],
  ])('%s', (_, measure, weight, target, actual, points) => {
    expect(pointsOf(measure, weight, { target, actual })).toBe(points)
  })

  it.each([
    ['a target of zero is no task', { target: '0', actual: '5' }, 'no-task'],
    ['no target is no task', { actual: '5' }, 'no-task'],
    ['a negative target cannot be read', { target: '-1', actual: '5' }, 'undecided: target'],
    ['a target in words names the target', { target: '约3亿', actual: '5' }, 'undecided: target a'],
    ['a missing actual names the actual', { target: '5' }, 'undecided: actual a'],
  ])('%s', (_, given, said) => {
    expect(pointsOf(capped, '10', given)).toBe(said)
  })

  it('never pass cap × weight', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: -9999, max: 99_999 }), (target, actual) => {
        const points = exact(pointsOf(fifthMore, '10', { target: target.toString(), actual: actual.toString() }))
        return compare(points, exact('12')) <= 0 && compare(points, exact('0')) >= 0
      }),
    )
  })
})
