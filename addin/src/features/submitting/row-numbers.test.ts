import type { Column, Form, FormRecord } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { numbersToWrite } from './row-numbers.ts'

const column = (id: string, role: Column['role']): Column => ({ id, head: [id], role, type: 'text', width: 10 })
const form: Form = {
  id: 'projects',
  annex: '附件2',
  title: '项目任务分解表',
  fileName: 'p',
  template: 1,
  matrix: { sheet: '附件2', title: '', unitLine: '', columns: [column('unit', 'unit')], remark: '', stampLine: '' },
  ledgers: [
    {
      id: 'projects',
      sheet: '项目台账',
      title: '',
      unitLine: '',
      columns: [column('number', 'number'), column('name', 'input')],
      capacity: 300,
      identity: ['name'],
      remark: '',
    },
  ],
}
const record = (...rows: readonly (readonly [string | null, string])[]): FormRecord => ({
  form: 'projects',
  template: 1,
  cells: {},
  ledgers: { projects: rows.map(([number, name]) => ({ number, name })) },
})
const addresses = Object.fromEntries(
  [4, 5, 6, 9].map((row, index) => [`projects.${index}.number`, { sheet: '项目台账', address: `A${row}` }]),
)
const issued = (...names: readonly string[]) => ({
  record: record(...names.map((name) => [null, name] as const)),
  numbers: names.map((_, row) => ({ ledger: 'projects', row, number: `P${row + 1}` })),
})

describe('numbersToWrite', () => {
  it('writes neighbouring rows as one block and the row apart by itself', () => {
    const sheet = { record: record([null, '甲'], [null, '乙'], [null, '丙'], [null, '丁']), addresses }
    expect(numbersToWrite(form, issued('甲', '乙', '丙', '丁'), sheet)).toEqual({
      count: 4,
      blocks: [
        { place: { sheet: '项目台账', address: 'A4' }, numbers: ['P1', 'P2', 'P3'] },
        { place: { sheet: '项目台账', address: 'A9' }, numbers: ['P4'] },
      ],
    })
  })

  it('follows rows that were sorted since', () => {
    const sheet = { record: record([null, '乙'], [null, '甲']), addresses }
    expect(numbersToWrite(form, issued('甲', '乙'), sheet).blocks).toEqual([
      { place: { sheet: '项目台账', address: 'A4' }, numbers: ['P2', 'P1'] },
    ])
  })

  it('writes nothing twice, nor over a number that is there', () => {
    const sheet = { record: record(['P1', '甲'], ['own', '乙']), addresses }
    expect(numbersToWrite(form, issued('甲', '乙'), sheet)).toEqual({ count: 0, blocks: [] })
  })

  it('leaves a row alone that became another project', () => {
    const sheet = { record: record([null, '丙']), addresses }
    expect(numbersToWrite(form, issued('甲'), sheet).count).toBe(0)
  })
})
