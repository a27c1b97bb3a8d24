import { snapshotOfGrid, type CellValue, type WorkbookSnapshot } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { issued, pack, targets, unitOf, units } from '../../testing/campaign.ts'
import { withSameRows } from '../../workbook/same-rows.ts'
import { fillingMemory } from './filling-memory.ts'
import { fill, type FillingBasis } from './filling.ts'

const basis: FillingBasis = {
  pack,
  unit: unitOf('heping'),
  units,
  targets: targets['heping'] ?? {},
  records: {},
  asOf: '2019-06-18',
  until: '2019-06-15',
}
type Rows = readonly (readonly CellValue[])[]
const row = (name: string, total: CellValue, stage = '开工') => ['', name, '新能源', '新建', total, 900, stage, 43_552]
const ledger = (change: (rows: Rows) => Rows) => (snapshot: WorkbookSnapshot) => ({
  ...snapshot,
  sheets: snapshot.sheets.map((sheet) =>
    sheet.name === '项目台账' ? { ...sheet, values: change(sheet.values) } : sheet,
  ),
})
const retyped = (from: string, to: string) =>
  ledger((rows) => rows.map((cells) => cells.map((value) => (value === from ? to : value))))

const steps: readonly (readonly [string, (snapshot: WorkbookSnapshot) => WorkbookSnapshot, FillingBasis?])[] = [
  [
    'rows are filled in',
    ledger((rows) => rows.toSpliced(5, 3, row('光伏', 3000), row('冷链', 12_000), row('热电', 9))),
  ],
  ['a row begins to count', ledger((rows) => rows.with(5, row('光伏', 5000)))],
  ['a row cannot be read', ledger((rows) => rows.with(6, row('冷链', '约3亿')))],
  ['it can be read again', ledger((rows) => rows.with(6, row('冷链', 30_000)))],
  ['a row changes its stage', ledger((rows) => rows.with(7, row('热电', 9000, '储备')))],
  ['rows change places', ledger((rows) => rows.with(5, rows[6] ?? []).with(6, rows[5] ?? []))],
  ['a head is reworded', retyped('总投资（万元）', '总额')],
  ['a head is blotted out', (snapshot) => ({ ...retyped('项目名称', '？')(snapshot), names: {} })],
  ['it is there again, without names', retyped('？', '项目名称')],
  ['a column is inserted', ledger((rows) => rows.map((cells) => ['', ...cells]))],
  [
    'the sheet is renamed',
    (book) => ({ ...book, sheets: book.sheets.map((one) => ({ ...one, name: `${one.name}2` })) }),
  ],
  ['another task is set', (snapshot) => snapshot, { ...basis, targets: { newProjects: '9' } }],
  ['another form is issued', (snapshot) => snapshot, { ...basis, pack: { ...pack, forms: [] } }],
]

describe('filling with what was made of the workbook before in mind', () => {
  it('says after each change what looking afresh says', () => {
    const memory = fillingMemory()
    let snapshot = snapshotOfGrid(issued('projects', 'heping'))
    const seen = new Set<string>()
    for (const [what, change, given = basis] of steps) {
      snapshot = withSameRows(snapshot, change(snapshot))
      const filled = fill(given, snapshot, memory)
      expect(filled, what).toEqual(fill(given, snapshot))
      seen.add(filled.step === 'filled' ? JSON.stringify(filled.result) : filled.step)
    }
    expect(seen.size).toBeGreaterThan(4)
  })

  it('recognises a workbook once, as long as no text and no name changed', () => {
    const { recognition } = fillingMemory()
    const asked: string[] = []
    const look = (what: string, snapshot: WorkbookSnapshot, against: object = basis) =>
      recognition(against, snapshot, () => {
        asked.push(what)
        return { forms: [], seen: { kind: 'unrecognised', tried: [] } }
      })
    const first = ledger((rows) => rows.with(5, row('光伏', 3000)))(snapshotOfGrid(issued('projects', 'heping')))
    const figure = ledger((rows) => rows.with(5, row('光伏', 5000)))(first)
    look('first', first)
    look('a figure', figure)
    look('an emptied figure', ledger((rows) => rows.with(5, row('光伏', '')))(figure))
    look('a text', ledger((rows) => rows.with(5, row('冷链', 5000)))(figure))
    look('a row more', ledger((rows) => [...rows, []])(figure))
    look('no names', { ...figure, names: {} })
    look('for another', { ...figure, names: {} }, { ...basis })
    expect(asked).toEqual(['first', 'a text', 'a row more', 'no names', 'for another'])
  })

  it('keeps what it knew of rows that did not change', () => {
    const memory = fillingMemory()
    const before = ledger((rows) => rows.toSpliced(5, 2, row('光伏', 3000), row('冷链', 3000)))(
      snapshotOfGrid(issued('projects', 'heping')),
    )
    const one = fill(basis, before, memory)
    const other = fill(basis, withSameRows(before, ledger((rows) => rows.with(6, row('冷链', 9000)))(before)), memory)
    if (one.step !== 'filled' || other.step !== 'filled') throw new Error('not filled')
    expect(other.facts.items['projects']?.[0]).toBe(one.facts.items['projects']?.[0])
    expect(other.facts.items['projects']?.[1]).toMatchObject({ totalInvestment: '9000' })
  })
})
