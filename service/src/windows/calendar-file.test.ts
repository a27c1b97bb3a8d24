import { beforeAll, describe, expect, it } from 'vitest'
import { testService } from '../testing/harness.ts'

let file = ''
beforeAll(async () => {
  const service = await testService()
  const clerk = await service.signIn('xinxing')
  const response = await clerk.get('/windows/calendar')
  expect(response.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  file = await response.text()
})

describe('the calendar file', () => {
  const unfolded = () => file.replaceAll('\r\n ', '').split('\r\n')

  it('has an event for each window, half-months, half-year and year end, and for each activity that has its days', () => {
    expect(unfolded().filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(26 + 5)
    expect(new Set(unfolded().filter((line) => line.startsWith('UID:'))).size).toBe(26 + 5)
  })

  it('shows an activity over all of its days, without taking anybody’s time, and says what is done', () => {
    const at = unfolded().indexOf('UID:opening-quarter@haizhou-2019.kaohe.invalid')
    expect(unfolded().slice(at + 2, at + 7)).toEqual([
      'DTSTART;VALUE=DATE:20190301',
      'DTEND;VALUE=DATE:20190501',
      'SUMMARY:首季开门红（3—4月份）',
      'DESCRIPTION:海州区“2019项目年”考核 三(二)\\n新建项目开工\\n续建项目复工',
      'TRANSP:TRANSPARENT',
    ])
    expect(file).not.toContain('year-end-awards')
  })

  it('ends each at its due time, whatever zone it is read in, and reminds a day before', () => {
    const at = unfolded().indexOf('UID:2019-06-1@haizhou-2019.kaohe.invalid')
    expect(unfolded().slice(at + 1, at + 5)).toEqual([
      'DTSTAMP:20190618T010000Z',
      'DTSTART:20190618T090000Z',
      'DTEND:20190618T093000Z',
      'SUMMARY:6月上半月报送截止',
    ])
    expect(unfolded().filter((line) => line === 'TRIGGER:-P1D')).toHaveLength(26)
  })

  it('breaks no line past 75 bytes and no character in two', () => {
    for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(file).not.toContain('\uFFFD')
    expect(unfolded()).toContain('DESCRIPTION:海州区“2019项目年”考核：报送截至 2019-06-15 的累计数，此后为逾期')
  })
})
