import { describe, expect, it } from 'vitest'
import { chinaDay, demoClock, endOfChinaDay } from './clock.ts'

describe('chinaDay', () => {
  it('turns at midnight in China, whatever zone the machine is in', () => {
    expect(chinaDay(new Date('2019-06-17T15:59:59.999Z'))).toBe('2019-06-17')
    expect(chinaDay(new Date('2019-06-17T16:00:00.000Z'))).toBe('2019-06-18')
  })
})

describe('endOfChinaDay', () => {
  it('is the last millisecond of that day in China', () => {
    expect(endOfChinaDay('2019-06-17').toISOString()).toBe('2019-06-17T15:59:59.999Z')
  })
})

describe('demoClock', () => {
  it('starts where it is told and never runs back', () => {
    const start = new Date('2019-06-18T01:00:00Z')
    const clock = demoClock(start)
    const first = clock.now()
    expect(chinaDay(first)).toBe('2019-06-18')
    expect(first.getTime()).toBeGreaterThanOrEqual(start.getTime())
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(first.getTime())
  })
})
