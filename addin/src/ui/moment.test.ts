import { describe, expect, it } from 'vitest'
import { momentOf, momentText } from './moment.ts'

describe('momentOf', () => {
  it('shows the time of the district whatever the zone of the machine', () => {
    expect(momentOf(Date.UTC(2019, 5, 17, 17, 5))).toEqual({ date: '2019-06-18', time: '01:05' })
  })
})

describe('momentText', () => {
  it('reads any offset', () => {
    expect(momentText('2019-06-18T01:00:00Z')).toBe('2019-06-18 09:00')
  })
  it('leaves what is no moment as it is', () => {
    expect(momentText('—')).toBe('—')
  })
})
