import { describe, expect, it } from 'vitest'
import { currentWindow, timelinessOf, windowsAt } from './windows.ts'

const window = (id: string, start: string, end: string, due: string) => ({
  id,
  title: id,
  start,
  end,
  due: `${due}T17:30:00+08:00`,
})
const calendar = {
  windows: [
    window('05-b', '2019-05-16', '2019-05-31', '2019-06-04'),
    window('06-a', '2019-06-01', '2019-06-15', '2019-06-19'),
    window('06-b', '2019-06-16', '2019-06-30', '2019-07-02'),
  ],
}
const statesAt = (instant: string) =>
  Object.fromEntries(windowsAt(calendar, new Date(instant)).map(({ id, state }) => [id, state]))

describe('windowsAt', () => {
  it('opens a window on its last day in China', () => {
    expect(statesAt('2019-06-14T15:59:59Z')['06-a']).toBe('future')
    expect(statesAt('2019-06-14T16:00:00Z')['06-a']).toBe('open')
  })

  it('takes late reports until the next window is due', () => {
    expect(statesAt('2019-06-19T09:30:00Z')['05-b']).toBe('open')
    expect(statesAt('2019-06-19T09:30:01Z')['05-b']).toBe('past')
  })

  it('keeps the last window open', () => {
    expect(statesAt('2020-02-01T00:00:00Z')).toEqual({ '05-b': 'past', '06-a': 'past', '06-b': 'open' })
  })
})

describe('currentWindow', () => {
  const currentAt = (instant: string) => currentWindow(windowsAt(calendar, new Date(instant)), new Date(instant))?.id

  it('is the open window that is due next', () => {
    expect(currentAt('2019-06-18T01:00:00Z')).toBe('06-a')
  })

  it('is the one due last while none is due', () => {
    expect(currentAt('2019-06-25T01:00:00Z')).toBe('06-a')
  })

  it('is none before the first opens', () => {
    expect(currentAt('2019-05-01T01:00:00Z')).toBeUndefined()
  })
})

describe('timelinessOf', () => {
  const due = { due: '2019-06-19T17:30:00+08:00' }

  it('is on time at the due instant itself', () => {
    expect(timelinessOf(due, new Date('2019-06-19T09:30:00.000Z'))).toBe('on-time')
  })

  it('is late a millisecond after', () => {
    expect(timelinessOf(due, new Date('2019-06-19T09:30:00.001Z'))).toBe('late')
  })
})
