import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Unit } from '../../unit.ts'
import { formSchema } from '../form.ts'
import { snapshotOfGrid } from '../grid.ts'
import { layoutForm } from '../layout/layout-form.ts'
import { recognise } from '../recognition/recognise.ts'
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../snapshot.ts'
import { readForm } from './read-form.ts'
import { readingMemory } from './reading-memory.ts'

const file = new URL('../../../packs/haizhou-2019/forms/2-projects.json', import.meta.url)
const form = formSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
const hebei: Unit = { id: 'hebei', name: '河北街道', pool: 'town', order: 1 }
const targets = { hebei: { newProjects: '1' } }
const layout = { units: [hebei], targets, totals: {}, indicators: [], owner: 'hebei', sample: true }
const issued = snapshotOfGrid(layoutForm(form, layout))

type Rows = readonly (readonly CellValue[])[]

/** The snapshot after its ledger was changed; rows that were not touched are the same arrays, as the pane hands them over. */
const changed = (snapshot: WorkbookSnapshot, change: (rows: Rows, sheet: SheetSnapshot) => Rows): WorkbookSnapshot => ({
  ...snapshot,
  sheets: snapshot.sheets.map((sheet) =>
    sheet.name === '项目台账' ? { ...sheet, values: change(sheet.values, sheet) } : sheet,
  ),
})
const row = (name: string, total: CellValue): readonly CellValue[] => [
  '',
  name,
  '新能源',
  '新建',
  total,
  900,
  '开工',
  43_552,
]

const steps: readonly (readonly [string, (rows: Rows) => Rows])[] = [
  [
    'rows are filled in',
    (rows) => rows.toSpliced(5, 3, row('光伏电站', 5000), row('冷链', 3000), row('热电', '约3亿')),
  ],
  ['a cell is changed', (rows) => rows.with(6, row('冷链', 6000))],
  ['a row is inserted', (rows) => rows.toSpliced(6, 0, row('港口', 7000))],
  ['a row is emptied', (rows) => rows.with(5, [])],
  ['a line under the ledger is written', (rows) => rows.with(9, ['合计', '', '', '', 99])],
  ['rows change places', (rows) => rows.with(6, rows[7] ?? []).with(7, rows[6] ?? [])],
  ['a column is inserted before the others', (rows) => rows.map((each) => ['', ...each])],
  ['rows are deleted', (rows) => rows.toSpliced(6, 2)],
]

describe('reading with what was read before in mind', () => {
  it('says after each change what reading afresh says', () => {
    const memory = readingMemory()
    let snapshot = issued
    for (const [what, change] of steps) {
      snapshot = changed(snapshot, change)
      const seen = recognise([form], snapshot, [hebei])
      if (seen.kind === 'unrecognised') throw new Error(`not recognised after ${what}`)
      const read = readForm(form, seen.binding, snapshot, hebei, memory)
      expect(read, what).toEqual(readForm(form, seen.binding, snapshot, hebei))
      expect(read.kind, what).toBe('read')
    }
  })

  it('keeps the rows that did not change, and all places while no row moves', () => {
    const memory = readingMemory()
    const read = (snapshot: WorkbookSnapshot) => {
      const seen = recognise([form], snapshot, [hebei])
      const reading = seen.kind === 'recognised' && readForm(form, seen.binding, snapshot, hebei, memory)
      if (!reading || reading.kind === 'no-row') throw new Error('not read')
      return { rows: reading.record.ledgers['projects'] ?? [], addresses: reading.addresses }
    }
    const filled = changed(issued, (rows) => rows.toSpliced(5, 2, row('光伏电站', 5000), row('冷链', 3000)))
    const before = read(filled)
    const after = read(changed(filled, (rows) => rows.with(6, row('冷链', 6000))))
    expect(after.rows[0]).toBe(before.rows[0])
    expect(after.rows[1]).toMatchObject({ totalInvestment: '6000' })
    expect(after.addresses).toBe(before.addresses)
  })
})
