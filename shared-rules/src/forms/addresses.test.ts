import { describe, expect, it } from 'vitest'
import { fromA1, parseReference, toA1, toReference } from './addresses.ts'

describe('addresses', () => {
  it.each([
    [0, 0, 'A1'],
    [9, 25, 'Z10'],
    [0, 26, 'AA1'],
    [0, 701, 'ZZ1'],
    [0, 702, 'AAA1'],
    [1_048_575, 16_383, 'XFD1048576'],
  ])('row %i, column %i is %s, both ways', (row, column, address) => {
    expect(toA1(row, column)).toBe(address)
    expect(fromA1(address)).toEqual({ row, column })
    expect(fromA1(address.toLowerCase())).toEqual({ row, column })
  })

  it.each(['', 'A', '1', 'A0', 'XFE1', 'A1048577', 'A1:B2', 'R1C1', '#REF!'])('"%s" is no cell', (text) => {
    expect(fromA1(text)).toBeUndefined()
  })

  it.each(["'表 1'!$B$4:$B$29", "='表 1'!$B$4:$B$29", "'表 1'!B4:B29", "'表 1'!$B$29:$B$4"])('reads %s', (text) => {
    expect(parseReference(text)).toEqual({ sheet: '表 1', top: 3, left: 1, bottom: 28, right: 1 })
  })

  it('reads and writes one cell, bare sheet names and quotes in names', () => {
    expect(parseReference('台账!$A$1')).toEqual({ sheet: '台账', top: 0, left: 0, bottom: 0, right: 0 })
    const area = { sheet: "it's", top: 3, left: 1, bottom: 28, right: 1 }
    expect(toReference(area)).toBe("'it''s'!$B$4:$B$29")
    expect(parseReference(toReference(area))).toEqual(area)
  })

  it.each([
    '#REF!',
    "'表 1'!#REF!",
    "'表 1'!$B:$B",
    "'表 1'!$4:$9",
    'A!$B$4,A!$C$4',
    "'[他.xlsx]表'!$B$4",
    '[1]表!$B$4',
    'SUM(A!$B$4)',
    '42',
  ])('finds no block in %s', (text) => {
    expect(parseReference(text)).toBeUndefined()
  })
})
