import { describe, expect, it } from 'vitest'
import { adjustedRecord } from './adjusted-record.ts'
import type { FormRecord } from './record.ts'

const record: FormRecord = {
  form: 'projects',
  template: 1,
  cells: { reported: '1800', note: '无' },
  ledgers: { projects: [{ name: '甲', amount: '5000' }, { name: '乙', amount: null }, { name: '丙' }] },
}

describe('adjustedRecord', () => {
  it('puts a verified figure in the place of the reported one and leaves the rest', () => {
    const adjusted = adjustedRecord(record, [{ place: { column: 'reported' }, adjustment: { value: '1650.5' } }])
    expect(adjusted).toEqual({ ...record, cells: { reported: '1650.5', note: '无' } })
  })

  it('changes the cells of a row that are named, and no other', () => {
    const { ledgers } = adjustedRecord(record, [
      { place: { ledger: 'projects', row: 0 }, adjustment: { cells: { amount: '4999' } } },
    ])
    expect(ledgers['projects']).toEqual([{ name: '甲', amount: '4999' }, { name: '乙', amount: null }, { name: '丙' }])
  })

  it('leaves struck rows out, each by its place in the report', () => {
    const struck = (row: number) => ({ place: { ledger: 'projects', row }, adjustment: { struck: true } as const })
    expect(adjustedRecord(record, [struck(0), struck(2)]).ledgers['projects']).toEqual([{ name: '乙', amount: null }])
  })

  it('does not touch the record it was given', () => {
    const before = structuredClone(record)
    adjustedRecord(record, [{ place: { ledger: 'projects', row: 0 }, adjustment: { struck: true } }])
    expect(record).toEqual(before)
  })
})
