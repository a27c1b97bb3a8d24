import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, isDay, weekday } from './day.ts'

describe('isDay', () => {
  it.each([
    ['2019-02-28', true],
    ['2019-02-29', false],
    ['2020-02-29', true],
    ['1900-02-29', false],
    ['2000-02-29', true],
    ['2019-04-31', false],
    ['2019-13-01', false],
    ['2019-00-10', false],
    ['2019-05-00', false],
    ['2019-5-1', false],
    ['2019/05/01', false],
    ['43586', false],
  ])('%s is %s', (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })
})

describe('dayNumber', () => {
  it('counts days as the machine does, from year 1000 to year 3000', () => {
    const first = -354285
    fc.assert(
      fc.property(fc.integer({ min: first, max: first + 730_000 }), (number) => {
        const text = new Date(number * 86_400_000).toISOString().slice(0, 10)
        expect(dayNumber(text)).toBe(number)
        expect(weekday(number)).toBe(new Date(number * 86_400_000).getUTCDay())
      }),
    )
  })
})
