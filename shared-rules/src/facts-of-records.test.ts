import { describe, expect, it } from 'vitest'
import { readPack } from '../test/read-pack.ts'
import { unitFactsSchema } from './facts.ts'
import { factsOfRecords } from './facts-of-records.ts'

const pack = readPack('haizhou-2019')
const unit = { id: 'xinxing', name: '新兴街道', pool: 'town', order: 2 }
const tax = (reported: string | null) => ({ tax: { form: 'tax', template: 1, cells: { reported }, ledgers: {} } })

describe('the facts of a unit', () => {
  it('know nothing of a form that was not reported', () => {
    const facts = factsOfRecords(pack, unit, { tax: '3600' }, {})
    expect(facts).toEqual({
      id: 'xinxing',
      name: '新兴街道',
      pool: 'town',
      targets: { tax: '3600' },
      actuals: {},
      items: {},
      flags: [],
    })
  })

  it.each([
    ['0', '0'],
    [' 12.50 ', '12.50'],
    ['2000万', '2000万'],
    ['', null],
    [null, null],
  ])('hold a cell of %j as %j, never as zero', (typed, held) => {
    expect(factsOfRecords(pack, unit, {}, tax(typed)).actuals).toEqual({ tax: held })
  })

  it('tell an empty ledger from one that was not reported, and keep each row in its place', () => {
    const report = { form: 'funds', template: 1, cells: { note: null }, ledgers: { grants: [{}, { amount: '5' }] } }
    const { items } = factsOfRecords(pack, unit, {}, { funds: report })
    expect(items['enclaves']).toBeUndefined()
    expect(items['grants']?.map((item) => item['amount'])).toEqual([null, '5'])
    expect(factsOfRecords(pack, unit, {}, { funds: { ...report, ledgers: {} } }).items).toEqual({ grants: [] })
  })

  it('carry no column that the form does not have', () => {
    const report = { form: 'funds', template: 1, cells: {}, ledgers: { grants: [{ amount: '5', extra: 'x' }] } }
    const facts = factsOfRecords(pack, unit, {}, { funds: report })
    expect(facts.items['grants']?.[0]).not.toHaveProperty('extra')
    expect(unitFactsSchema.parse(facts)).toEqual(facts)
  })
})
