import { describe, expect, it } from 'vitest'
import type { Column } from './form.ts'
import { normalise } from './normalise.ts'

const column = (type: Column['type'], more: Partial<Column> = {}): Column => ({
  id: 'x',
  head: ['x'],
  role: 'input',
  type,
  width: 10,
  ...more,
})
const wan = column('amount', { unit: '万元' })

describe('normalise', () => {
  it.each([
    ['２，０００', '2000'],
    ['2,000', '2000'],
    ['1,234,567.5', '1234567.5'],
    ['2000万', '2000'],
    ['2000 万元', '2000'],
    ['约3亿', '30000'],
    ['2.2亿元', '22000'],
    ['５千万', '5000'],
    ['50000元', '5'],
    ['5元', '0.0005'],
    ['－５００', '-500'],
    ['0012.50', '12.5'],
    [' 2000', '2000'],
  ])('reads the amount %s as %s 万元', (text, meant) => {
    expect(normalise(text, wan)).toBe(meant)
  })

  it.each([
    '2000',
    '12.5',
    '2,00',
    '2000-3000',
    '三千万',
    '2000余万',
    '#N/A',
    '',
    '1e3',
    '2000美元',
    '12.3.4',
    '３，０',
  ])('has no suggestion for the amount "%s"', (text) => {
    expect(normalise(text, wan)).toBeUndefined()
  })

  it.each(['2019.5.1', '2019年5月1日', '2019/5/1', '2019-5-1', '20190501', '２０１９．５．１', '2019年05月01号'])(
    'reads the date %s',
    (text) => {
      expect(normalise(text, column('date'))).toBe('2019-05-01')
    },
  )

  it.each(['2019-05-01', '2019.2.29', '2019年5月', '2019.13.1', '5月1日', '2019.5-1', '1/5/2019'])(
    'has no suggestion for the date "%s"',
    (text) => {
      expect(normalise(text, column('date'))).toBeUndefined()
    },
  )

  it('reads counts, shares and choices', () => {
    expect(normalise('３个', column('count'))).toBe('3')
    expect(normalise('2.5个', column('count'))).toBeUndefined()
    expect(normalise('６０％', column('percent'))).toBe('60')
    expect(normalise('百分之60', column('percent'))).toBe('60')
    expect(normalise('新 建', column('choice', { choices: ['新建', '续建'] }))).toBe('新建')
    expect(normalise('在建', column('choice', { choices: ['新建', '续建'] }))).toBeUndefined()
  })

  it('leaves words alone', () => {
    expect(normalise('２０００万', column('text'))).toBeUndefined()
  })
})
