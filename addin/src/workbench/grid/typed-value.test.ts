import { describe, expect, it } from 'vitest'
import { shownText } from './number-format.ts'
import { editText, typedValue } from './typed-value.ts'

const date = 'yyyy-mm-dd'

describe('a typed text', () => {
  it.each([
    ['2000', 'General', 2000],
    [' 2000 ', '0.00', 2000],
    ['-3.50', '0.00', -3.5],
    ['+5', '0', 5],
    ['2,000', '#,##0', 2000],
    ['1,234,567.8', '#,##0', 1234567.8],
    ['55%', '0%', 0.55],
    ['.5', 'General', 0.5],
    ['1e3', 'General', 1000],
    ['true', 'General', true],
  ])('%s in a %s cell becomes %s', (text, format, value) => {
    expect(typedValue(text, format)).toBe(value)
  })

  it.each([
    '２，０００',
    '2000万',
    '约3亿',
    '2,00',
    '1,2345',
    '=SUM(A1:A3)',
    '--5',
    '1 000',
    '#N/A',
    'Infinity',
    '1e999',
    '0x10',
  ])('%s stays text', (text) => {
    expect(typedValue(text, '0.00')).toBe(text)
  })

  it.each([
    ['2019-5-1', 43586],
    ['2019/05/01', 43586],
    ['2019年5月1日', 43586],
    ['1900-3-1', 61],
    ['43586', 43586],
  ])('%s in a date cell becomes the serial number %d', (text, serial) => {
    expect(typedValue(text, date)).toBe(serial)
  })

  it.each(['2019-2-30', '2019.5.1', '2019-13-1', '五月一日', '1900-2-29'])('%s in a date cell stays text', (text) => {
    expect(typedValue(text, date)).toBe(text)
  })

  it('stays text in an amount cell, even when it looks like a date', () => {
    expect(typedValue('2019-5-1', '0.00')).toBe('2019-5-1')
  })

  it('stays text in a text cell, even when it looks like a number', () => {
    expect(typedValue('2019001', '@')).toBe('2019001')
  })

  it('becomes an empty cell when only blanks were typed', () => {
    expect(typedValue('  ', '0')).toBe('')
  })

  it('is text after an apostrophe', () => {
    expect(typedValue("'2000", '0.00')).toBe('2000')
  })

  it.each([
    [2000.5, '#,##0.00'],
    [43586, date],
    ['2000', '0.00'],
    ['2000', '@'],
    ['=A1', 'General'],
    [true, 'General'],
    [1e21, 'General'],
  ])('offered for editing gives %s back in a %s cell', (value, format) => {
    expect(typedValue(editText(value, format, shownText(value, format)), format)).toBe(value)
  })
})

describe('the shown text', () => {
  it.each([
    [1234.5, 'General', '1234.5'],
    [0.1 + 0.2, 'General', '0.3'],
    [1234567.891, '#,##0.00', '1,234,567.89'],
    [220000, '#,##0', '220,000'],
    [220000, '0', '220000'],
    [1.005, '0.00', '1.01'],
    [-1234.5, '#,##0', '-1,235'],
    [-0.001, '0.00', '0.00'],
    [0.125, '0%', '13%'],
    [1.1, '0.00%', '110.00%'],
    [12, '0.##', '12'],
    [12.5, '0.##', '12.5'],
    [12.34, '0.0#', '12.34'],
    [12, '0.0#', '12.0'],
    [60, '0"%"', '60%'],
    [3, '0"个"', '3个'],
    [43586, date, '2019-05-01'],
    [43586, 'yyyy/m/d', '2019/5/1'],
    [43586.75, 'yyyy"年"m"月"d"日"', '2019年5月1日'],
    ['2000万', '0.00', '2000万'],
    [5, '@', '5'],
    [true, '0', 'TRUE'],
    ['', '0.00', ''],
  ])('of %s as %s is %s', (value, format, text) => {
    expect(shownText(value, format)).toBe(text)
  })
})
