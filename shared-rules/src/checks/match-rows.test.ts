import { describe, expect, it } from 'vitest'
import type { Column, Ledger } from '../forms/form.ts'
import { isBlank, matchRows, nameOf } from './match-rows.ts'

const column = (id: string, role: Column['role']): Column => ({ id, head: [id], role, type: 'text', width: 10 })
const ledger: Ledger = {
  id: 'projects',
  sheet: '项目台账',
  title: '项目台账',
  unitLine: '',
  columns: [column('number', 'number'), column('name', 'input'), column('startDate', 'input')],
  capacity: 10,
  identity: ['name', 'startDate'],
  remark: '',
}

describe('matchRows', () => {
  it('follows a number through a new name and a new place', () => {
    const before = [
      { number: '1', name: '甲' },
      { number: '2', name: '乙' },
    ]
    const rows = [
      { number: '2', name: '丙' },
      { number: '1', name: '甲' },
    ]
    expect(matchRows(ledger, rows, before)).toEqual({ previous: [before[1], before[0]], lost: [] })
  })

  it('takes a copied row for a new one', () => {
    const before = [{ number: '1', name: '甲' }]
    const rows = [
      { number: '1', name: '甲' },
      { number: '1', name: '甲' },
    ]
    expect(matchRows(ledger, rows, before)).toEqual({ previous: [before[0], null], lost: [] })
  })

  it('knows a row without a number by its identity, an empty part included', () => {
    const before = [{ name: '甲' }, { name: '甲', startDate: '2019-03-01' }]
    const rows = [{ number: '9', name: '甲', startDate: '2019-03-01' }]
    expect(matchRows(ledger, rows, before)).toEqual({ previous: [before[1]], lost: [before[0]] })
  })

  it('does not miss a blank row', () => {
    expect(matchRows(ledger, [], [{ number: '1', name: ' ' }]).lost).toEqual([])
  })
})

describe('a ledger row', () => {
  it('is blank when only its number is left', () => {
    expect(isBlank(ledger, { number: '1', name: ' ', startDate: null })).toBe(true)
    expect(isBlank(ledger, { startDate: '2019-03-01' })).toBe(false)
  })

  it('is called by the first thing typed in it', () => {
    expect(nameOf(ledger, { number: '1', name: ' 甲 ' })).toBe('甲')
  })
})
