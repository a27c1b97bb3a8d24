import type { Column, Form, FormRecord } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { changesSince } from './changes.ts'
import { countChanges } from './count-changes.ts'

const column = (id: string, role: Column['role']): Column => ({ id, head: [id], role, type: 'text', width: 10 })

const form: Form = {
  id: 'projects',
  annex: '附件2',
  title: '项目任务分解表',
  fileName: 'p',
  template: 1,
  matrix: {
    sheet: '附件2',
    title: '',
    unitLine: '',
    columns: [column('unit', 'unit'), column('newProjects', 'target'), column('note', 'input')],
    remark: '',
    stampLine: '',
  },
  ledgers: [
    {
      id: 'projects',
      sheet: '项目台账',
      title: '',
      unitLine: '',
      columns: [column('number', 'number'), column('name', 'input'), column('amount', 'input')],
      capacity: 300,
      identity: ['name'],
      remark: '',
    },
  ],
}

const record = (note: string | null, rows: FormRecord['ledgers'][string]): FormRecord => ({
  form: 'projects',
  template: 1,
  cells: { note },
  ledgers: { projects: rows },
})
const row = (number: string | null, name: string, amount: string) => ({ number, name, amount })

describe('changesSince', () => {
  it('finds nothing in the same record, whatever the order of its rows', () => {
    const before = record('a', [row('1', '热电', '10'), row('2', '冷链', '20')])
    const after = record('a', [row('2', '冷链', '20'), row('1', '热电', '10')])
    expect(changesSince(form, before, after)).toEqual([])
  })

  it('takes everything filled in for a change while nothing was reported', () => {
    const changes = changesSince(form, null, record('a', [row(null, '热电', '10')]))
    expect(changes.map((change) => (change.kind === 'row' ? change.what : change.after))).toEqual(['a', 'added'])
  })

  it('tells before and after of a cell', () => {
    expect(changesSince(form, record('a', []), record(null, []))).toMatchObject([
      { kind: 'cell', path: 'note', before: 'a', after: null },
    ])
  })

  it('knows a renamed row by its issued number', () => {
    const changes = changesSince(
      form,
      record(null, [row('1', '热电', '10')]),
      record(null, [row('1', '热电联产', '10')]),
    )
    expect(changes).toMatchObject([{ what: 'changed', cells: [{ before: '热电', after: '热电联产' }] }])
  })

  it('knows a row that was given a number since by its name', () => {
    expect(changesSince(form, record(null, [row(null, '热电', '10')]), record(null, [row('1', '热电', '10')]))).toEqual(
      [],
    )
  })

  it('tells two rows of one name apart and names the one that is gone', () => {
    const before = record(null, [row(null, '热电', '10'), row(null, '热电', '20')])
    const changes = changesSince(form, before, record(null, [row(null, '热电', '10')]))
    expect(changes).toMatchObject([{ what: 'removed', row: 1, name: '热电' }])
  })
})

describe('countChanges', () => {
  const reported = record('a', [row('1', '热电', '10'), row('2', '冷链', '20'), row(null, '港口', '30')])

  it.each([
    ['nothing reported yet', null, reported],
    [
      'a cell, a row changed, one added and one gone',
      reported,
      record('b', [row('2', '冷链', '25'), row(null, '光伏', '5')]),
    ],
    [
      'the same in another order',
      reported,
      record('a', [row(null, '港口', '30'), row('2', '冷链', '20'), row('1', '热电', '10')]),
    ],
    ['a row copied', reported, record('a', [...(reported.ledgers['projects'] ?? []), row('1', '热电', '10')])],
  ])('counts as many as there are: %s', (_, before, after) => {
    expect(countChanges(form, before, after)).toBe(changesSince(form, before, after).length)
  })
})
