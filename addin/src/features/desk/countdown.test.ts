import { describe, expect, it } from 'vitest'
import { createTexts } from '../../i18n/texts.ts'
import { countdown, isPressing } from './countdown.ts'

const due = '2019-06-18T17:30:00+08:00'
const t = createTexts().of('pane')
const at = (iso: string) => countdown(due, Date.parse(iso), t)

describe('countdown', () => {
  it.each([
    ['2019-06-16T09:00:00+08:00', '还剩 2 天 8 小时'],
    ['2019-06-18T09:00:00+08:00', '还剩 8 小时 30 分'],
    ['2019-06-18T17:20:00+08:00', '还剩 10 分钟'],
    ['2019-06-18T17:29:50+08:00', '还剩 1 分钟'],
    ['2019-06-18T18:00:00+08:00', '已逾期 30 分钟'],
    ['2019-06-20T17:30:00+08:00', '已逾期 2 天 0 小时'],
  ])('at %s says %s', (now, said) => expect(at(now)).toBe(said))

  it('is pressing on the last day', () => {
    expect(isPressing(due, Date.parse('2019-06-16T09:00:00+08:00'))).toBe(false)
    expect(isPressing(due, Date.parse('2019-06-18T09:00:00+08:00'))).toBe(true)
  })
})
