import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { typed } from '../../../test/grid-variants.ts'
import type { Unit } from '../../unit.ts'
import { formSchema, type Form } from '../form.ts'
import { snapshotOfGrid, type FormGrid } from '../grid.ts'
import { layoutForm } from '../layout/layout-form.ts'
import { readForm } from './read-form.ts'
import { recognise } from '../recognition/recognise.ts'
import { formRecordSchema } from '../record.ts'
import type { CellValue } from '../snapshot.ts'

const folder = new URL('../../../packs/haizhou-2019/forms/', import.meta.url)
const forms: Form[] = readdirSync(folder).map((file) =>
  formSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))),
)
const hebei: Unit = { id: 'hebei', name: '河北街道', pool: 'town', order: 2 }
const units: Unit[] = [
  { id: 'wulong', name: '五龙街道', pool: 'town', order: 1 },
  hebei,
  { id: 'gov-office', name: '区政府办公室', pool: 'department', order: 3 },
]
const targets = { hebei: { investment: '12000', newProjects: '1' }, wulong: { investment: '11000' } }
const totals = { investment: '220000', newProjects: '20' }

function issued(id: string): FormGrid {
  const form = forms.find((each) => each.id === id)
  if (!form) throw new Error(`no form ${id}`)
  return layoutForm(form, { units, targets, totals, indicators: [], owner: 'hebei', sample: true })
}

function read(grid: FormGrid, unit = hebei) {
  const snapshot = snapshotOfGrid(grid)
  const seen = recognise(forms, snapshot, units)
  if (seen.kind === 'unrecognised') throw new Error('not recognised')
  const reading = readForm(seen.form, seen.binding, snapshot, unit)
  if (reading.kind === 'no-row') throw new Error('no row')
  return reading
}

const MATRIX = '固定资产投资任务分解表'
const LEDGER = '项目台账'

describe('readForm', () => {
  it('reads an untouched form as empty cells and an empty ledger', () => {
    expect(read(issued('projects')).record).toEqual({
      form: 'projects',
      template: 1,
      cells: { note: null },
      ledgers: { projects: [] },
    })
  })

  it("reads the unit's cells, and says where each stands", () => {
    const { record, addresses, targetCells, targetTexts, totalTexts } = read(
      typed(issued('investment'), [
        [MATRIX, 6, 3, 8000.5],
        [MATRIX, 6, 5, ' 含跨年项目 '],
      ]),
    )
    expect(record.cells).toEqual({ reported: '8000.5', note: '含跨年项目' })
    expect(addresses).toEqual({
      reported: { sheet: MATRIX, address: 'D7' },
      note: { sheet: MATRIX, address: 'F7' },
    })
    expect(targetCells).toEqual({ investment: { sheet: MATRIX, address: 'C7' } })
    expect(targetTexts).toEqual({ investment: '12000' })
    expect(totalTexts).toEqual({ investment: '220000' })
  })

  it('reads ledger rows in the order of the sheet, leaves blank ones out, and keeps their addresses', () => {
    const { record, addresses } = read(
      typed(issued('projects'), [
        [LEDGER, 7, 1, '光伏电站'],
        [LEDGER, 7, 4, '２，０００'],
        [LEDGER, 7, 7, 43586],
        [LEDGER, 7, 8, '#N/A'],
        [LEDGER, 11, 0, 'HZ-2019-001'],
        [LEDGER, 11, 1, '物流园'],
      ]),
    )
    const rows = record.ledgers['projects'] ?? []
    expect(rows).toHaveLength(2)
    expect(rows[0]).toMatchObject({
      number: null,
      name: '光伏电站',
      totalInvestment: '２，０００',
      startDate: '2019-05-01',
      completionDate: '#N/A',
    })
    expect(rows[1]).toMatchObject({ number: 'HZ-2019-001', name: '物流园', totalInvestment: null })
    expect(addresses['projects.0.startDate']).toEqual({ sheet: LEDGER, address: 'H8' })
    expect(addresses['projects.1.name']).toEqual({ sheet: LEDGER, address: 'B12' })
    expect(formRecordSchema.safeParse(record).success).toBe(true)
  })

  it('reads rows added below the drawn ones and right under the heads', () => {
    const grid = issued('projects')
    const [matrix, ledger] = grid.sheets
    if (!matrix || !ledger) throw new Error('no sheet')
    const longer = { ...ledger, rows: [...ledger.rows, ...ledger.rows] }
    const { record } = read(
      typed({ ...grid, sheets: [matrix, longer] }, [
        [LEDGER, 5, 1, '第一行'],
        [LEDGER, 100, 1, '最后一行'],
      ]),
    )
    expect(record.ledgers['projects']?.map(({ name }) => name)).toEqual(['第一行', '最后一行'])
  })

  it.each<[string, CellValue]>([
    ['合计', 0],
    ['总 计', 0],
    ['填报人：', 1],
    ['说明：以上均为年内', 1],
  ])('does not take the line %s under the ledger for a row', (text, column) => {
    const { record } = read(
      typed(issued('projects'), [
        [LEDGER, 5, 1, '光伏电站'],
        [LEDGER, 8, column === 0 ? 0 : 1, text],
        ...(column === 0 ? ([[LEDGER, 8, 4, 99]] as const) : []),
      ]),
    )
    expect(record.ledgers['projects']).toHaveLength(1)
  })

  it("lists what was filled in the rows of others and keeps it out of the unit's report", () => {
    const { record, foreign } = read(typed(issued('investment'), [[MATRIX, 5, 3, 999]]))
    expect(foreign).toEqual([{ sheet: MATRIX, address: 'D6' }])
    expect(record.cells['reported']).toBeNull()
  })

  it.each([
    ['河北街道办事处', 'hebei'],
    ['海州区河北街道', 'hebei'],
    ['河北 街道', 'hebei'],
    ['海州区政府办公室', 'gov-office'],
  ])('knows the row of %s', (name, id) => {
    const unit = units.find((each) => each.id === id)
    const row = unit ? 4 + unit.order : 0
    const { addresses } = read(typed(issued('investment'), [[MATRIX, row, 1, name]]), unit)
    expect(addresses['reported']?.address).toBe(`D${row + 1}`)
  })

  it('finds no row for a unit that is not on the sheet, and tells of several', () => {
    const at = (grid: FormGrid) => {
      const snapshot = snapshotOfGrid(grid)
      const seen = recognise(forms, snapshot, units)
      if (seen.kind === 'unrecognised') throw new Error('not recognised')
      return readForm(seen.form, seen.binding, snapshot, hebei)
    }
    expect(at(typed(issued('investment'), [[MATRIX, 6, 1, '河东街道']]))).toEqual({
      kind: 'no-row',
      unit: hebei,
      rows: [],
    })
    expect(at(typed(issued('investment'), [[MATRIX, 7, 1, '河北街道']]))).toMatchObject({
      kind: 'no-row',
      rows: [{ address: 'B7' }, { address: 'B8' }],
    })
  })

  it('reads a block that does not begin at A1', () => {
    const snapshot = snapshotOfGrid(typed(issued('investment'), [[MATRIX, 6, 3, 8000]]))
    const cut = {
      ...snapshot,
      sheets: snapshot.sheets.map((sheet) => ({
        ...sheet,
        top: 3,
        left: 1,
        values: sheet.values.slice(3).map((row) => row.slice(1)),
      })),
    }
    const seen = recognise(forms, cut, units)
    if (seen.kind === 'unrecognised') throw new Error('not recognised')
    expect(readForm(seen.form, seen.binding, cut, hebei)).toMatchObject({
      record: { cells: { reported: '8000' } },
      addresses: { reported: { address: 'D7' } },
    })
  })
})
