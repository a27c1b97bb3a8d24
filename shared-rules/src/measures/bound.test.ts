import { expect, it } from 'vitest'
import { exact } from '../decimal-text.ts'
import { reaches } from './bound.ts'

it.each([
  ['taken in, at it', true, '5', true],
  ['not taken in, at it', false, '5', false],
  ['taken in, just below', true, '4.9999', false],
  ['not taken in, just above', false, '5.0001', true],
])('a bound %s', (_, inclusive, value, reached) => {
  expect(reaches({ from: '5', inclusive })(exact(value))).toBe(reached)
})
