import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellText } from './cell-text.ts'
import type { Column } from '../form.ts'

const column = (type: Column['type']): Column => ({ id: 'x', head: ['x'], role: 'input', type, width: 10 })

describe('cellText', () => {
  it.each([
    [2000, '2000'],
    [0, '0'],
    [-0, '0'],
    [-12.5, '-12.5'],
    [0.1 + 0.2, '0.3'],
    [1e21, '1000000000000000000000'],
    [1.5e-7, '0.00000015'],
    [8.135, '8.135'],
    [123456789012345, '123456789012345'],
    [99999.99, '99999.99'],
  ])('writes the number %d as %s', (value, text) => {
    expect(cellText(value, column('amount'))).toBe(text)
  })

  it('writes every decimal of up to fifteen digits as it was typed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999_999, max: 999_999_999_999 }),
        fc.integer({ min: 0, max: 3 }),
        (n, places) => {
          const typed = (n / 10 ** places)
            .toFixed(places)
            .replace(/(\.\d*?)0+$/, '$1')
            .replace(/\.$/, '')
            .replace(/^-0$/, '0')
          expect(cellText(parseFloat(typed), column('amount'))).toBe(typed)
        },
      ),
    )
  })

  it.each([
    [43586, '2019-05-01'],
    [43586.75, '2019-05-01'],
    [43524, '2019-02-28'],
    [43525, '2019-03-01'],
    [36526, '2000-01-01'],
    [2958465, '9999-12-31'],
  ])('writes the serial number %d in a date column as %s', (value, text) => {
    expect(cellText(value, column('date'))).toBe(text)
    expect(cellText(value, column('amount'))).toBe(String(value))
  })

  it.each([
    [2019.5, '2019.5'],
    [20190501, '20190501'],
    [0, '0'],
    [-5, '-5'],
  ])('keeps %d in a date column, because it is no day', (value, text) => {
    expect(cellText(value, column('date'))).toBe(text)
  })

  it('keeps text and errors as typed, blanks at their ends aside, and empty cells empty', () => {
    expect(cellText('２，０００', column('amount'))).toBe('２，０００')
    expect(cellText('#N/A', column('amount'))).toBe('#N/A')
    expect(cellText(' 2019-05-01 ', column('date'))).toBe('2019-05-01')
    expect(cellText(true, column('text'))).toBe('TRUE')
    expect(cellText('', column('amount'))).toBeNull()
    expect(cellText(' 　', column('amount'))).toBeNull()
  })
})
