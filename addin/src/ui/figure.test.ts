import { describe, expect, it } from 'vitest'
import { grouped, inYi, percent, share } from './figure.ts'

describe('grouped', () => {
  it.each([
    ['220000', '220,000'],
    ['-1234567.50', '-1,234,567.50'],
    ['999', '999'],
    ['约3亿', '约3亿'],
    ['', ''],
  ])('shows %s as %s', (text, shown) => {
    expect(grouped(text)).toBe(shown)
  })
})

describe('percent', () => {
  it('rounds a fraction half up to one digit', () => {
    expect(percent('29/30')).toBe('96.7%')
    expect(percent('0.0005')).toBe('0.1%')
  })
  it('leaves what is no figure as it is', () => {
    expect(percent('—')).toBe('—')
  })
})

describe('share', () => {
  it('stays inside the bar', () => {
    expect(share('3/2')).toBe(1)
    expect(share('-1')).toBe(0)
    expect(share('5', '20')).toBe(0.25)
    expect(share('5', '0')).toBe(0)
  })
})

describe('inYi', () => {
  it.each([
    ['220000', '万元', '22'],
    ['12900.5', '万元', '1.29005'],
    ['7', '万元', '0.0007'],
    ['0', '万元', '0'],
    ['-35000', '万元', '-3.5'],
    ['123456789', '元', '1.23456789'],
  ])('shows %s %s as %s', (text, unit, shown) => {
    expect(inYi(text, unit)).toBe(shown)
  })
  it.each([
    ['3', '个'],
    ['约3亿', '万元'],
    ['1/3', '万元'],
  ])('leaves %s %s alone', (text, unit) => {
    expect(inYi(text, unit)).toBeUndefined()
  })
})
