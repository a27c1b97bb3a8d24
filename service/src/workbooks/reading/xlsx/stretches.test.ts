import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readLimits } from '../limits.ts'
import { Refusal } from '../refusal.ts'
import { readSheetXml, type WrittenSheet } from './sheet-xml.ts'
import { inStretches } from './stretches.ts'
import { walkXml } from './xml.ts'

function sheet(xml: string, limits = readLimits): WrittenSheet | string {
  try {
    const stretches = readSheetXml(Buffer.from(xml), limits)
    return {
      rows: stretches.flatMap(({ rows }) => rows),
      merges: stretches.flatMap(({ merges }) => merges),
      widths: stretches.flatMap(({ widths }) => widths),
    }
  } catch (error) {
    if (error instanceof Refusal) return error.reason
    throw error
  }
}

/** A comment behind the sheet has it read in one go. */
const atOnce = (xml: string) => sheet(`${xml}<!-- -->`)

const row = fc.constantFrom(
  '<row r="1"><c r="A1"><v>1</v></c></row>',
  '<row r="2" ht="30"><c r="A2" t="s"><v>0</v></c><c><f>A1</f></c></row>',
  '<row><c t="str"><v>街道</v></c></row>',
  '<row r="7"/>',
  '<row ht="12" />',
  ' \n',
  '<row\nr="9"><c t="inlineStr"><is><t>a&gt;b</t></is></c></row>',
  '<row r="3"><extLst><ext>]]&gt;</ext></extLst></row >',
  '<c r="B1"><v>5</v></c>',
  '<row r="5"><c><v>6</v></row>',
  '</row>',
  '<row>',
  '</x><x>',
  '<![CDATA[<row></row>]]>',
  '<!--<row>-->',
  '<?row <row></row>?>',
)

describe('a sheet in stretches', () => {
  it('is what it is when it is read in one go', () => {
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 8 }),
        fc.constantFrom('', '<rowBreaks count="1"><brk id="3"/></rowBreaks>'),
        (rows, after) => {
          const xml = `<?xml version="1.0"?><worksheet><cols><col min="1" max="2" width="9"/></cols><sheetData>${rows.join('')}</sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>${after}</worksheet>`
          expect(sheet(xml)).toEqual(atOnce(xml))
        },
      ),
      { numRuns: 3000 },
    )
  })

  it('has its elements counted whether or not they were read before', () => {
    const xml = `<worksheet><sheetData>${'<row><c><v>1</v></c></row>'.repeat(40)}</sheetData></worksheet>`
    const limits = { ...readLimits, elements: 100 }
    for (const _ of [1, 2]) expect(sheet(xml, limits)).toBe('too-many-cells')
    expect(sheet(xml)).toMatchObject({ rows: { length: 40 } })
  })
})

describe('stretches', () => {
  function reader() {
    const read: string[] = []
    const lengths = inStretches('i', (stretch, most) => {
      const text = stretch.toString()
      read.push(text)
      return { elements: walkXml(stretch, most, {}), read: text.length }
    })
    return { read, lengths: (xml: string) => lengths(Buffer.from(xml), readLimits) }
  }

  it('that came before are not read again', () => {
    const { read, lengths } = reader()
    lengths('<l><i>1</i><i>2</i><i>1</i></l>')
    lengths('<l><i>2</i><i>3</i></l>')
    expect(read).toEqual(['<x><i>1</i></x>', '<x><i>2</i></x>', '<l></l>', '<x><i>3</i></x>'])
  })

  it('are not kept without end, and where most are new the rest is read in one go', () => {
    const { read, lengths } = reader()
    const items = (from: number) =>
      Array.from({ length: 60 }, (_, at) => `<i>${from + at}${' '.repeat(2000)}</i>`).join('')
    for (let part = 0; part < 6; part += 1) lengths(`<l>${items(part * 100)}</l>`)
    lengths(`<l>${items(0)}</l>`)
    expect(read.filter((text) => text.startsWith('<x>'))).toHaveLength(420)
    lengths(`<l>${items(1000)}${items(2000)}</l>`)
    expect(read.at(-1)).toContain('<i>2059')
  })
})
