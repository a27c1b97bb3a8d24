import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formSchema, type Column, type Form } from '../forms/form.ts'
import { formFaults } from './form-faults.ts'
import { indicatorSchema } from './indicator.ts'

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../packs/haizhou-2019/${path}`, import.meta.url), 'utf8'))
const form = formSchema.parse(read('forms/2-projects.json'))
const indicators = indicatorSchema.array().parse(read('indicators.json'))

/** The form with the column that counts 新开工 changed. */
function changed(part: Partial<Column>): Form {
  const columns = form.matrix.columns.map((column) => (column.id === 'newDone' ? { ...column, ...part } : column))
  return { ...form, matrix: { ...form.matrix, columns } }
}
const faults = (part: Partial<Column>) => formFaults(changed(part), ['forms', 1], indicators)

describe('formFaults', () => {
  it('has nothing against a column that counts an indicator in a ledger of the form', () => {
    expect(formFaults(form, ['forms', 1], indicators)).toEqual([])
  })

  it.each<[string, Partial<Column>, string]>([
    ['an indicator there is not', { indicator: 'nothing' }, '没有标识为 "nothing" 的指标：请改正，或先补上它'],
    ['one that is reported', { indicator: 'tax' }, '不是从本表台账计数或求和得出'],
    ['one of another form', { indicator: 'funds' }, '不是从本表台账计数或求和得出'],
    ['a column that is typed', { role: 'input' }, '只有 role 为 "derived" 的栏目才能写 indicator'],
    ['a formula beside it', { formula: '{newProjects}' }, 'indicator 与 formula 只能写一个'],
  ])('names the place of %s', (_, part, message) => {
    expect(faults(part)).toEqual([
      { path: 'forms.1.matrix.columns.3.indicator', message: expect.stringContaining(message) },
    ])
  })

  it('does not call an indicator missing while some cannot be read', () => {
    expect(formFaults(changed({ indicator: 'nothing' }), ['forms', 1], null)).toEqual([])
  })
})
