import { expect, it } from 'vitest'
import { pointsOf } from '../../../test/points-of.ts'

it.each([
  ['points, whatever the weight', { points: '5' }, { target: '10', actual: '1' }, '5'],
  ['a share of the weight', { share: '0.6' }, { target: '10', actual: '1' }, '12'],
  ['points below zero', { points: '-1' }, { target: '10', actual: '1' }, '-1'],
  ['the same where nothing was reported or asked for', { points: '5' }, {}, '5'],
])('fixed points: %s', (_, worth, given, points) => {
  expect(pointsOf({ kind: 'fixed', worth }, '20', given)).toBe(points)
})
