import { describe, expect, it } from 'vitest'
import { xlsxParts, xlsxSnapshot } from '../testing/xlsx-snapshot.ts'
import { csvOf, figure, text } from './table.ts'
import { writeTables } from './write-tables.ts'

const formulas = ["=cmd|' /C calc'!A0", '+1+1', '-2+3', '@SUM(1)', '\t=1', '＝1+1']
const tableOf = (rows: readonly (readonly (ReturnType<typeof text> | ReturnType<typeof figure>)[])[]) => ({
  name: '表',
  title: '标题',
  notes: ['说明'],
  head: ['单位', '数'],
  rows,
})

describe('csvOf', () => {
  it('is what Excel in China opens: UTF-8 with its mark, lines ended by CRLF', () => {
    expect(csvOf(tableOf([[text('新兴街道'), figure('14.38')]]))).toBe('\uFEFF单位,数\r\n新兴街道,14.38\r\n')
  })

  it.each(formulas)('keeps %j from running', (formula) => {
    const [, line = ''] = csvOf(tableOf([[text(formula), figure('1')]])).split('\r\n')
    expect(line.replace(/^"/, '').startsWith("'")).toBe(true)
  })

  it('leaves a negative figure a figure', () => {
    expect(csvOf(tableOf([[text('扣分'), figure('-1.50')]]))).toContain('扣分,-1.50\r\n')
  })

  it('quotes what would break a line or a column', () => {
    expect(csvOf(tableOf([[text('甲"乙",丙\n丁'), figure(null)]]))).toContain('"甲""乙"",丙\n丁",—\r\n')
  })
})

describe('writeTables', () => {
  const write = (rows: Parameters<typeof tableOf>[0]) =>
    writeTables('考核结果', [tableOf(rows)], new Date('2019-06-18T01:00:00Z'))

  it('writes figures as numbers and text as text', async () => {
    const bytes = await write([[text('007'), figure('14.38')]])
    const cells = xlsxSnapshot(bytes).sheets[0]?.values
    expect(cells?.flat()).toEqual(expect.arrayContaining(['标题', '007', 14.38]))
  })

  it('holds no formula, whatever the text', async () => {
    const bytes = await write(formulas.map((formula) => [text(formula), figure('1')]))
    const sheet = [...xlsxParts(bytes)].filter(([name]) => name.startsWith('xl/worksheets/')).map(([, xml]) => xml)
    expect(sheet.join('')).not.toMatch(/<f[ >]/)
    expect(xlsxSnapshot(bytes).sheets[0]?.values.flat()).toEqual(
      expect.arrayContaining(formulas.map((f) => (f.trim() === f ? f : expect.anything()))),
    )
  })

  it('writes a figure longer than a double holds as text', async () => {
    const bytes = await write([[text('大'), figure('1234567890123456.78')]])
    expect(xlsxSnapshot(bytes).sheets[0]?.values.flat()).toContain('1234567890123456.78')
  })
})
