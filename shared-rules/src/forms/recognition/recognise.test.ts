import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { retyped, swapRows, typed, variants } from '../../../test/grid-variants.ts'
import type { Unit } from '../../unit.ts'
import { formSchema, type Form } from '../form.ts'
import { snapshotOfGrid, type FormGrid } from '../grid.ts'
import { layoutForm } from '../layout/layout-form.ts'
import { readForm } from '../reading/read-form.ts'
import { recognise } from './recognise.ts'

const folder = new URL('../../../packs/haizhou-2019/forms/', import.meta.url)
const forms: Form[] = readdirSync(folder)
  .sort()
  .map((file) => formSchema.parse(JSON.parse(readFileSync(new URL(file, folder), 'utf8'))))
const ids = forms.map(({ id }) => [id])

const wulong: Unit = { id: 'wulong', name: '五龙街道', pool: 'town', order: 1 }
const units: Unit[] = [
  wulong,
  { id: 'hebei', name: '河北街道', pool: 'town', order: 2 },
  { id: 'finance', name: '区财政局', pool: 'department', order: 3 },
]
const targets = {
  wulong: { investment: '11000', newProjects: '1', reserves: '3', enclave: '4000', tax: '2600', funds: '3000' },
}
const totals = { investment: '220000', newProjects: '20' }

function issued(id: string): FormGrid {
  const form = forms.find((each) => each.id === id)
  if (!form) throw new Error(`no form ${id}`)
  const grid = layoutForm(form, { units, targets, totals, indicators: [], owner: 'wulong', sample: true })
  const [matrix, ledger] = grid.sheets
  if (!matrix) throw new Error('no sheet')
  const open = matrix.cells.filter(({ locked }) => !locked)
  return typed(grid, [
    ...open.map(({ row, column }, index) => [matrix.name, row, column, index === 0 ? 1234.5 : '已核'] as const),
    ...(ledger
      ? ([
          [ledger.name, 6, 1, '光伏电站'],
          [ledger.name, 6, 4, 12000],
          [ledger.name, 9, 1, '物流园'],
          [ledger.name, 9, 6, '竣工'],
        ] as const)
      : []),
  ])
}

function read(grid: FormGrid) {
  const snapshot = snapshotOfGrid(grid)
  const seen = recognise(forms, snapshot, units)
  if (seen.kind === 'unrecognised') return { seen, record: undefined, reading: undefined }
  const reading = readForm(seen.form, seen.binding, snapshot, wulong)
  return { seen, reading, record: reading.kind === 'read' ? reading.record : undefined }
}

describe('recognise', () => {
  const cases = Object.keys(variants).flatMap((name) => ids.map(([id = '']) => [id, name] as const))

  it.each(cases)('finds %s %s, and reads the same report from it', (id, name) => {
    const grid = issued(id)
    const { seen, record } = read(variants[name]?.(grid) ?? grid)
    expect(seen).toMatchObject({ kind: 'recognised', form: { id } })
    expect(record).toBeDefined()
    expect(record).toEqual(read(grid).record)
  })

  it.each(ids)("finds the unit's row of %s where it was moved", (id) => {
    const grid = issued(id)
    expect(read(swapRows(grid, '五龙街道', '区财政局')).record).toEqual(read(grid).record)
  })

  it.each(ids)('names each head of %s that is gone, with the sheet on which it was looked for', (id) => {
    const form = forms.find((each) => each.id === id)
    const tables = form ? [form.matrix, ...form.ledgers.map((ledger) => ({ ...ledger, ledger: ledger.id }))] : []
    for (const table of tables) {
      for (const column of table.columns.filter(({ role }) => role !== 'ordinal' && role !== 'derived')) {
        const own = column.head.at(-1) ?? ''
        const alike = table.columns.filter(({ head }) => head.includes(own))
        const { seen } = read({ ...retyped(issued(id), (text) => (text === own ? '另一栏' : text)), names: {} })
        // Other tables of the form may use the same words, and then lose them as well.
        const path = 'ledger' in table ? `${table.ledger}.${column.id}` : column.id
        expect(seen.kind).toBe('unrecognised')
        if (seen.kind === 'recognised') continue
        const [closest] = seen.tried
        expect(closest?.form).toBe(id)
        expect(closest?.missing.find((each) => each.column === path)).toEqual({
          column: path,
          head: column.head,
          looked: `工作表“${table.sheet}”`,
        })
        if (alike.length === 1 && tables.length === 1) expect(closest?.missing).toHaveLength(1)
      }
    }
  })

  it('goes by the name when a head was reworded', () => {
    const reworded = retyped(issued('investment'), (text) => (text === '备注' ? '补充说明' : text))
    expect(read(reworded).record).toEqual(read(issued('investment')).record)
    expect(read({ ...reworded, names: {} }).seen.kind).toBe('unrecognised')
  })

  it('tells apart forms that use the same words under different groups', () => {
    expect(read({ ...issued('tax'), names: {} }).seen).toMatchObject({ form: { id: 'tax' } })
    expect(read({ ...issued('funds'), names: {} }).seen).toMatchObject({ form: { id: 'funds' } })
  })

  it('does not take 亿元 for 万元', () => {
    const grid = retyped(issued('funds'), (text) => (text === '到位资金（万元）' ? '到位资金（亿元）' : text))
    expect(read({ ...grid, names: {} }).seen).toMatchObject({
      kind: 'unrecognised',
      tried: [{ form: 'funds', missing: [{ column: 'grants.amount' }] }, {}, {}, {}, {}],
    })
  })

  it('takes heads without their brackets and groups', () => {
    const words = new Map([
      ['累计完成（申报）', '累计完成'],
      ['投资额（万元）', ''],
      ['时间节点', ''],
    ])
    const change = (text: string) => words.get(text) ?? text
    expect(read({ ...retyped(issued('investment'), change), names: {} }).seen.kind).toBe('recognised')
    expect(read({ ...retyped(issued('projects'), change), names: {} }).record).toEqual(read(issued('projects')).record)
  })

  it('says which template a workbook was made from when it is not the current one', () => {
    const grid = issued('investment')
    const names = Object.fromEntries(Object.entries(grid.names).map(([name, at]) => [name.replace('.t1.', '.t7.'), at]))
    const { seen, record } = read({ ...grid, names })
    expect(seen).toMatchObject({ notes: [{ kind: 'template-differs', template: 7, current: 1 }] })
    expect(record?.template).toBe(7)
  })

  it('lists all forms, the nearest first, for a workbook that is none of them', () => {
    const seen = recognise(
      forms,
      { sheets: [{ name: 'Sheet1', top: 0, left: 0, values: [['责任单位', '备注']] }], names: {} },
      units,
    )
    expect(seen).toMatchObject({ kind: 'unrecognised' })
    if (seen.kind === 'unrecognised') expect(seen.tried.map(({ form }) => form)).toHaveLength(5)
  })

  it('has nothing to say of an empty workbook but what is missing', () => {
    const seen = recognise(forms, { sheets: [], names: {} }, units)
    expect(seen).toMatchObject({ kind: 'unrecognised', tried: [{ found: 0 }, {}, {}, {}, {}] })
  })

  it('is not led astray by names that lead nowhere', () => {
    const grid = issued('investment')
    const names = Object.fromEntries(Object.keys(grid.names).map((name) => [name, '#REF!']))
    expect(read({ ...grid, names }).record).toEqual(read(grid).record)
  })
})
