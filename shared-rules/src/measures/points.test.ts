import { expect, it } from 'vitest'
import { exact } from '../decimal-text.ts'
import { isExact, scored, step, undecided, withoutTask } from './points.ts'

it('tells a number from what stands in its place', () => {
  expect(isExact(exact('3'))).toBe(true)
  expect(isExact(withoutTask)).toBe(false)
  expect(isExact(undecided({ kind: 'actual', key: 'tax' }))).toBe(false)
})

it('keeps points unrounded, and steps as exact text', () => {
  expect(scored(exact('1/3'), step('counted', exact('1/3')))).toMatchObject({
    status: 'scored',
    working: [{ name: 'counted', value: '1/3' }],
  })
})
