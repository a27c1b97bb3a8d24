import type { Form, FormRecord } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { loadPack } from '../packs/load-pack.ts'
import { numberRows, type IssuedNumber } from './numbers.ts'

const parsed = loadPack('haizhou-2019')
if (!parsed.ok) throw new Error('the shipped pack does not load')
const found = parsed.pack.forms.find(({ id }) => id === 'projects')
if (!found) throw new Error('no form of projects')
const form: Form = found

type Row = { readonly name: string | null; readonly startDate?: string | null; readonly number?: string | null }
const record = (...rows: readonly Row[]): FormRecord => ({
  form: 'projects',
  template: 1,
  cells: {},
  ledgers: { projects: rows.map((row) => ({ ...row })) },
})
const numberOf = (counter: number) => `P${counter}`
const numbersOf = (rows: readonly Row[], known: readonly IssuedNumber[] = []) =>
  numberRows(form, record(...rows), known, numberOf)
const shown = ({ numbers }: ReturnType<typeof numbersOf>) => numbers.map(({ row, number }) => `${row}:${number}`)

const a = { name: '甲项目', startDate: '2019-03-01' }
const b = { name: '乙项目', startDate: '2019-04-01' }
const knowing = numbersOf([a, b]).issued

describe('numberRows', () => {
  it('counts new rows up in the order of the sheet', () => {
    expect(shown(numbersOf([a, b]))).toEqual(['0:P1', '1:P2'])
  })

  it('finds a row again by name and start date, wherever it moved', () => {
    const again = numbersOf([b, { name: '丙项目', startDate: null }, a], knowing)
    expect(shown(again)).toEqual(['0:P2', '1:P3', '2:P1'])
    expect(again.issued.map(({ number }) => number)).toEqual(['P3'])
  })

  it('goes by the number once it stands in the row, though the name has changed', () => {
    expect(shown(numbersOf([{ ...a, name: '甲项目（二期）', number: 'P1' }], knowing))).toEqual(['0:P1'])
  })

  it('makes a copied row a project of its own', () => {
    const copied = numbersOf(
      [
        { ...a, number: 'P1' },
        { ...a, number: 'P1' },
      ],
      knowing,
    )
    expect(shown(copied)).toEqual(['0:P1', '1:P3'])
    expect(copied.strange).toEqual([{ ledger: 'projects', row: 1, column: 'number' }])
  })

  it('does not take a number that was never issued to the unit', () => {
    const invented = numbersOf([{ ...a, number: 'P99' }], knowing)
    expect(shown(invented)).toEqual(['0:P1'])
    expect(invented.strange).toHaveLength(1)
  })

  it('leaves blank rows without a number', () => {
    expect(shown(numbersOf([{ name: null, startDate: null }, a]))).toEqual(['1:P1'])
  })

  it('never gives a number twice, even when its project has left the ledger', () => {
    expect(shown(numbersOf([{ name: '丁项目', startDate: null }], knowing))).toEqual(['0:P3'])
  })
})
