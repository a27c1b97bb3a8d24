import { CFB, utils, write } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { xlsxParts } from '../../testing/hostile-files.ts'
import { zipOf, type ZipPart } from '../../testing/zip-of.ts'
import type { Book } from './book.ts'
import { readLimits } from './limits.ts'
import { readBook } from './read-book.ts'

async function bookOf(file: Uint8Array): Promise<Book> {
  const read = await readBook(file, readLimits)
  if (read.kind === 'refused') throw new Error(`refused: ${read.reason}`)
  return read.book
}
const rows = (xml: string) => `<worksheet><sheetData>${xml}</sheetData></worksheet>`
const xlsx = (parts: Parameters<typeof xlsxParts>[0], more: Record<string, ZipPart> = {}) =>
  bookOf(zipOf({ ...xlsxParts(parts), ...more }))
const valuesOf = async (xml: string, strings = '') => (await xlsx({ sheet: rows(xml), strings })).sheets[0]?.values

describe('a cell of an .xlsx', () => {
  it.each([
    ['a number', '<c r="A1"><v>220000</v></c>', 220000],
    ['a number with an exponent', '<c r="A1"><v>1.5E3</v></c>', 1500],
    ['a shared text', '<c r="A1" t="s"><v>1</v></c>', '新兴街道'],
    ['a text of several runs, without its reading', '<c r="A1" t="s"><v>2</v></c>', '完成数'],
    ['a text of its own', '<c r="A1" t="inlineStr"><is><t>２，０００</t></is></c>', '２，０００'],
    ['the text a formula came to', '<c r="A1" t="str"><f>B1&amp;"元"</f><v>3元</v></c>', '3元'],
    ['the number a formula came to', '<c r="A1"><f>SUM(B1:B3)</f><v>6</v></c>', 6],
    ['a formula that came to nothing', '<c r="A1" t="str"><f>IF(B1="","",1)</f><v></v></c>', undefined],
    ['a formula that was never computed', '<c r="A1"><f>SUM(B1:B3)</f></c>', '=SUM(B1:B3)'],
    ['an error', '<c r="A1" t="e"><v>#N/A</v></c>', '#N/A'],
    ['a boolean', '<c r="A1" t="b"><v>1</v></c>', true],
    ['a date, which is a number', '<c r="A1" s="1"><v>43586</v></c>', 43586],
    ['a date written out', '<c r="A1" t="d"><v>2019-05-01T12:00:00</v></c>', 43586.5],
    ['an escaped character', '<c r="A1" t="str"><v>一_x000A_二</v></c>', '一\n二'],
    ['a cell that is only formatted', '<c r="A1" s="3"/>', undefined],
  ])('is read as %s', async (_, cell, expected) => {
    const strings =
      '<si><t>甲</t></si><si><t>新兴街道</t></si><si><r><t>完成</t></r><r><t>数</t></r><rPh sb="0" eb="1"><t>wancheng</t></rPh></si>'
    expect((await valuesOf(`<row r="1">${cell}</row>`, strings))?.[0]?.[0]).toBe(expected)
  })

  it('stands after the one before when it does not say where', async () => {
    const values = await valuesOf(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="3"><c r="B3"><v>3</v></c><c><v>4</v></c></row>',
    )
    expect(values).toEqual([[1, 2], [], ['', 3, 4]])
  })

  it('counts days from 1900 in a workbook of the 1904 calendar, and leaves amounts alone', async () => {
    const book = await xlsx(
      {
        sheet: rows('<row r="1"><c r="A1" s="1"><v>42124</v></c><c r="B1" s="0"><v>42124</v></c></row>'),
        workbook: '<workbookPr date1904="1"/>',
        relations: '<Relationship Id="rId3" Type="x/styles" Target="styles.xml"/>',
      },
      { 'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>' },
    )
    expect(book.sheets[0]?.values[0]).toEqual([43586, 42124])
  })
})

describe('an .xlsx', () => {
  it('is read whatever prefix its producer gives the elements', async () => {
    const sheet =
      '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="2"><x:c r="B2"><x:v>9</x:v></x:c></x:row></x:sheetData></x:worksheet>'
    expect((await xlsx({ sheet })).sheets[0]?.values).toEqual([[], ['', 9]])
  })

  it('tells names, merges and sizes', async () => {
    const sheet = `<worksheet><cols><col min="2" max="3" width="12.5"/></cols><sheetData><row r="1" ht="30"><c r="A1"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:C1"/></mergeCells></worksheet>`
    const workbook =
      '<definedNames><definedName name="kaohe.tax.t1.unit">表!$B$6:$B$31</definedName><definedName name="own" localSheetId="0">表!$A$1</definedName></definedNames>'
    const book = await xlsx({ sheet, workbook })
    expect(book.names).toEqual({ 'kaohe.tax.t1.unit': '表!$B$6:$B$31' })
    expect(book.sheets[0]).toMatchObject({ merges: ['A1:C1'], widths: [null, 12.5, 12.5], heights: [30] })
  })

  it('puts hidden sheets behind the visible ones', async () => {
    const book = await xlsx(
      {
        sheets: '<sheet name="旧" sheetId="2" state="hidden" r:id="rId3"/>',
        relations: '<Relationship Id="rId3" Type="x/worksheet" Target="/xl/worksheets/old.xml"/>',
      },
      { 'xl/worksheets/old.xml': rows('<row r="1"><c r="A1"><v>5</v></c></row>') },
    )
    expect(book.sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['表', false],
      ['旧', true],
    ])
  })

  it('leaves out and counts what lies too far out', async () => {
    const far =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row>'
    expect((await xlsx({ sheet: rows(far) })).sheets[0]).toMatchObject({ values: [[1]], beyond: 2 })
  })
})

describe('an .xls', () => {
  const cells = [
    ['单位', '数', '日期'],
    ['新兴街道', 12600.25, 43586],
    [true, { t: 'e', v: 0x2a }, '２，０００'],
  ]
  const sheet = utils.aoa_to_sheet(cells)
  sheet['!merges'] = [utils.decode_range('A1:B1')]
  const book = utils.book_new()
  utils.book_append_sheet(book, sheet, '任务分解表')
  const file = write(book, { type: 'buffer', bookType: 'biff8' }) as Buffer

  it('gives what its .xlsx twin gives', async () => {
    const twin = await bookOf(write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer)
    const read = await bookOf(file)
    expect(read.sheets.map(({ name, values, merges }) => ({ name, values, merges }))).toEqual(
      twin.sheets.map(({ name, values, merges }) => ({ name, values, merges })),
    )
    expect(read.sheets[0]?.values[2]).toEqual([true, '#N/A', '２，０００'])
  })

  it('of Excel 95 and before is refused as another format', async () => {
    const old = write(book, { type: 'buffer', bookType: 'biff5' }) as Buffer
    expect(CFB.read(old, { type: 'buffer' }).FullPaths).toContain('R/Book')
    expect(await readBook(old, readLimits)).toEqual({ kind: 'refused', reason: 'other-format' })
  })
})
