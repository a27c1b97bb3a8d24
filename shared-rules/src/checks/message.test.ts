import { describe, expect, it } from 'vitest'
import { fillMessage, waitingMessage } from './message.ts'

describe('a message', () => {
  it('fills the sentence of a fault before its own blanks', () => {
    const values = { place: '第1行', fault: '写作“{value}”', value: '2000万' }
    expect(fillMessage('{place}{fault}。', values)).toBe('第1行写作“2000万”。')
  })

  it('never takes what a person typed for a blank', () => {
    const values = { fault: '填的是“{value}”', value: '{place}', place: '第1行' }
    expect(fillMessage('{place}{fault}', values)).toBe('第1行填的是“{place}”')
  })

  it('shows only the beginning of a long cell', () => {
    expect(fillMessage('{value}', { value: '字'.repeat(2000) })).toBe(`${'字'.repeat(40)}…`)
  })

  it('names what it waits for', () => {
    expect(waitingMessage('第2行', '竣工日期', '竣工不早于开工', ['开工日期', '竣工日期'])).toBe(
      '第2行『竣工日期』暂不能核对“竣工不早于开工”：『开工日期』、『竣工日期』的内容还读不出，改好后自动核对。',
    )
  })
})
