import { expect, it } from 'vitest'
import { exact } from '../decimal-text.ts'
import { exactText } from '../exact.ts'
import { within, worthOf } from './worth.ts'

it('is in points, or a share of the weight', () => {
  expect(exactText(worthOf({ points: '3' })(exact('40')))).toBe('3')
  expect(exactText(worthOf({ share: '1/60' })(exact('10')))).toBe('1/6')
})

it.each([
  ['below the floor', '-3', '-2'],
  ['at the floor', '-2', '-2'],
  ['between', '5', '5'],
  ['at the cap', '8', '8'],
  ['past the cap', '9', '8'],
])('points %s are held', (_, points, held) => {
  expect(exactText(within({ points: '-2' }, { share: '0.2' })(exact(points), exact('40')))).toBe(held)
})

it('does not bind where there is no bound', () => {
  expect(exactText(within(null, null)(exact('-900'), exact('40')))).toBe('-900')
})
