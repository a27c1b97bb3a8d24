import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { indicatorSchema } from '../../pack/indicator.ts'
import type { Targets, Unit } from '../../unit.ts'
import { parseReference } from '../addresses.ts'
import { formSchema, type Form } from '../form.ts'
import { snapshotOfGrid, type FormGrid } from '../grid.ts'
import { layoutForm } from './layout-form.ts'

const folder = new URL('../../../packs/haizhou-2019/forms/', import.meta.url)
const forms: Form[] = readdirSync(folder)
  .sort()
  .map((file) => formSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))))
const form = (id: string) => {
  const found = forms.find((each) => each.id === id)
  if (!found) throw new Error(`no form ${id}`)
  return found
}

const units: Unit[] = [
  { id: 'wulong', name: '五龙街道', pool: 'town', order: 1 },
  { id: 'hebei', name: '河北街道', pool: 'town', order: 2 },
  { id: 'finance', name: '区财政局', pool: 'department', order: 3 },
]
const targets: Record<string, Targets> = {
  wulong: { investment: '11000', newProjects: '1' },
  hebei: { investment: '12000.5' },
}
const totals = { investment: '220000', newProjects: '20' }
const indicators = indicatorSchema
  .array()
  .parse(JSON.parse(readFileSync(new URL('../../../packs/haizhou-2019/indicators.json', import.meta.url), 'utf8')))
const laid = (id: string, owner: string | null) =>
  layoutForm(form(id), { units, targets, totals, indicators, owner, sample: true })

const sheetOf = (grid: FormGrid, index = 0) => {
  const sheet = grid.sheets[index]
  if (!sheet) throw new Error('no sheet')
  return sheet
}
const at = (grid: FormGrid, row: number, column: number, index = 0) =>
  sheetOf(grid, index).cells.find((cell) => cell.row === row && cell.column === column)

describe('the five forms', () => {
  it('are described in the order of their annexes', () => {
    expect(forms.map(({ id, annex }) => `${annex} ${id}`)).toEqual([
      '附件1 investment',
      '附件2 projects',
      '附件3 enclave',
      '附件4 tax',
      '附件5 funds',
    ])
  })

  it.each(forms.map((each) => [each.id]))('%s has different heads for different columns', (id) => {
    for (const { columns } of [form(id).matrix, ...form(id).ledgers]) {
      expect(new Set(columns.map(({ head }) => head.join('/'))).size).toBe(columns.length)
      expect(new Set(columns.map((column) => column.id)).size).toBe(columns.length)
    }
  })
})

describe('layoutForm', () => {
  it("opens the owner's own row and nothing else of the 分解表", () => {
    const open = sheetOf(laid('investment', 'hebei')).cells.filter((cell) => !cell.locked)
    expect(open.map(({ row, column }) => [row, column])).toEqual([
      [6, 3],
      [6, 5],
    ])
  })

  it("opens every unit's row in the office's copy", () => {
    const open = sheetOf(laid('investment', null)).cells.filter((cell) => !cell.locked)
    expect(open.map(({ row }) => row)).toEqual([5, 5, 6, 6, 7, 7])
  })

  it('shows the targets of all units as numbers and a dash where there is no task', () => {
    const grid = laid('investment', 'wulong')
    expect([5, 6, 7].map((row) => at(grid, row, 2)?.value)).toEqual([11000, 12000.5, '—'])
    expect(at(grid, 5, 2)?.format).toBe('#,##0')
    expect(at(grid, 6, 2)?.format).toBe('#,##0.00')
  })

  it('prints the issued figure of the district as 合计, whatever the units add up to', () => {
    const total = at(laid('investment', 'wulong'), 8, 2)
    expect(total?.value).toBe(220000)
    expect(total?.formula).toBeUndefined()
  })

  it('says whose copy it is and that the split is an example', () => {
    const grid = laid('funds', 'finance')
    expect(at(grid, 2, 0)?.value).toBe('填报单位：区财政局　　任务数为示例（非官方）')
    expect(grid.fileName).toBe('附件5 海州区2019年争取资金任务指标分解表（区财政局）.xlsx')
  })

  it('merges heads that begin alike and keeps their text in the first cell', () => {
    const { cells, merges } = sheetOf(laid('projects', null))
    expect(merges).toEqual(expect.arrayContaining(['C4:F4', 'C5:C6', 'E5:F5', 'G4:H4', 'K4:K6', 'A4:A6']))
    expect(cells.filter(({ value }) => value === '新开工投资5000万元以上项目')).toHaveLength(1)
  })

  it("counts the ledger in the owner's row only", () => {
    const grid = laid('projects', 'hebei')
    const formulas = sheetOf(grid).cells.filter((cell) => cell.formula !== undefined)
    expect(new Set(formulas.map(({ row }) => row))).toEqual(new Set([7]))
    expect(at(grid, 7, 3)?.formula).toContain(`'项目台账'!$D$6:$D$2005,"=新建"`)
    expect(sheetOf(laid('projects', null)).cells.every((cell) => cell.formula === undefined)).toBe(true)
  })

  it('adds reports up in the copy of the office only', () => {
    expect(at(laid('tax', null), 8, 3)?.formula).toBe('SUM(D6:D8)')
    expect(at(laid('tax', 'hebei'), 8, 3)?.formula).toBeUndefined()
  })

  it('leaves the ledger unprotected and the 分解表 protected', () => {
    expect(laid('enclave', 'hebei').sheets.map((sheet) => sheet.protected)).toEqual([true, false])
  })

  it.each(forms.map((each) => [each.id]))('names every column of %s over its body', (id) => {
    const grid = laid(id, 'hebei')
    const all = form(id)
    const wanted = all.matrix.columns.length + all.ledgers.reduce((sum, { columns }) => sum + columns.length, 0)
    expect(Object.keys(grid.names)).toHaveLength(wanted)
    for (const [name, reference] of Object.entries(grid.names)) {
      const area = parseReference(reference)
      const sheet = grid.sheets.find((each) => each.name === area?.sheet)
      expect(name.startsWith(`kaohe.${id}.t1.`)).toBe(true)
      expect(sheet?.cells.some((cell) => cell.row === area?.top && cell.column === area.left)).toBe(true)
    }
  })
})

describe('snapshotOfGrid', () => {
  it('is what a reader sees: values where they stand, blanks elsewhere, names as Excel writes them', () => {
    const snapshot = snapshotOfGrid(laid('investment', 'wulong'))
    const [sheet] = snapshot.sheets
    expect(sheet?.values[5]).toEqual([1, '五龙街道', 11000, '', '', ''])
    expect(sheet?.values[3]).toEqual(['序号', '责任单位', '固定资产投资', '', '', '备注'])
    expect(snapshot.names['kaohe.investment.t1.reported']).toBe("'固定资产投资任务分解表'!$D$6:$D$8")
  })
})
