import type { CellValue } from '@kaohe/shared-rules'
import { beforeAll, describe, expect, it } from 'vitest'
import { createTexts } from '../../../i18n/texts.ts'
import { pack } from '../../../testing/campaign.ts'
import { figureItem, queued, rowItem } from '../../../testing/queue.ts'
import { newDraft, verdictOf, type Drafts } from '../drafts.ts'
import { linesOf } from '../items.ts'
import { draftsOf, readSheet } from './read-sheet.ts'
import { columnIds, sheetReport } from './sheet-report.ts'

const texts = createTexts()
beforeAll(() => texts.fetch('verifying'))
const t = texts.of('verifying', 'zh-CN')
const reports = [
  queued('tax', [figureItem('1800')]),
  queued('funds', [rowItem('5-01', 0, { name: '甲', amount: '500' })], { number: '2019-000002' }),
]
const entries = reports.map((report) => ({ report, lines: linesOf(pack, report) }))
const [tax] = entries[0]?.lines ?? []
if (!tax) throw new Error('no line')

function written(drafts: Drafts = {}) {
  const about = { campaign: '考核', bureau: '财政局', window: '6月上半月', time: '2019-06-18T01:00:00Z' }
  return sheetReport(entries, { ...about, typed: new Map(), drafts, stateOf: () => '' }, t)
}
/** The sheet with what a person typed into the rows. */
function typed(rows: readonly (readonly [verdict: CellValue, verified: CellValue, reason: CellValue])[]) {
  const report = written()
  const at = columnIds.indexOf('verdict')
  const body = report.rows.map((cells, row) => [
    ...cells.slice(0, at),
    ...(rows[row] ?? ['', '', '']),
    ...cells.slice(at + 3),
  ])
  const heading: CellValue[] = report.columns.map(({ title }) => title)
  return {
    name: '核定表',
    top: 0,
    left: 0,
    values: [[report.title], ...report.notes.map((note) => [note]), heading, ...body],
  }
}
const rowsOf = (sheet: Parameters<typeof readSheet>[0]) => {
  const reading = readSheet(sheet, entries, t)
  if (reading.kind !== 'read') throw new Error(reading.missing)
  return reading.rows
}

describe('核定表', () => {
  it('holds one row an item, with 申报数 as a number and room for the decision', () => {
    const row = written().rows[0] ?? []
    const cell = (id: (typeof columnIds)[number]) => row[columnIds.indexOf(id)]
    expect([cell('unit'), cell('form'), cell('reported'), cell('verdict'), cell('report')]).toEqual([
      '新兴街道',
      '附件4',
      1800,
      '',
      '2019-000001',
    ])
  })

  it('carries over what was begun in the pane', () => {
    const drafts = { [tax.key]: { ...newDraft(tax, 'adjust', '退库'), adjustment: { value: '1650.5' } } }
    const at = columnIds.indexOf('verdict')
    expect(written(drafts).rows[0]?.slice(at, at + 3)).toEqual(['核减', 1650.5, '退库'])
  })

  it('is read back as decisions, full-width digits included', () => {
    const rows = rowsOf(
      typed([
        ['核减', '１，６５０．５', '退库'],
        ['剔除', '', '重复申报'],
      ]),
    )
    const drafts = draftsOf(rows)
    expect(Object.entries(drafts).map(([key, draft]) => verdictOf(key.split('/')[2] ?? '', draft))).toEqual([
      { item: 'reported', verdict: 'adjust', adjustment: { value: '1650.5' }, reason: '退库' },
      { item: '5-01', verdict: 'adjust', adjustment: { struck: true }, reason: '重复申报' },
    ])
  })

  it.each([
    ['a blank', ['', '', ''], null],
    ['a word it does not know', ['同意', '', ''], 'unknown-verdict'],
    ['a figure without a verdict', ['', 1600, ''], 'stray'],
    ['认可 beside another figure', ['认可', 1600, ''], 'approve-other'],
    ['认可 beside the same figure', ['认可', 1800, ''], null],
    ['核减 without a figure', ['核减', '', '退库'], 'no-figure'],
    ['核减 without a reason', ['核减', 1600, ''], 'no-reason'],
    ['a figure struck', ['剔除', '', '重复'], 'strike-figure'],
  ] as const)('says of %s what is wrong', (_, cells, fault) => {
    expect(rowsOf(typed([cells]))[0]?.fault).toBe(fault)
  })

  it('does not send what was decided about an earlier report', () => {
    const sheet = typed([['认可', '', '']])
    const at = columnIds.indexOf('report')
    const old = sheet.values.map((row) =>
      row.map((cell, column) => (column === at && cell === '2019-000001' ? '2019-000000' : cell)),
    )
    const [row] = rowsOf({ ...sheet, values: old })
    expect([row?.draft, row?.fault]).toEqual([null, 'outdated'])
  })

  it('names the column that was lost', () => {
    const sheet = typed([])
    const values = sheet.values.map((row) => row.map((cell) => (cell === '理由' ? '备注' : cell)))
    expect(readSheet({ ...sheet, values }, entries, t)).toEqual({ kind: 'no-heading', missing: '理由' })
  })
})
