import { describe, expect, it } from 'vitest'
import type { Column } from '../../forms/form.ts'
import { readable } from './readable.ts'
import type { Row } from './row.ts'

const sentences = {
  'sheet-error': 'sheet-error',
  'number-as-text': 'number-as-text',
  'not-a-number': 'not-a-number',
  'not-whole': 'not-whole',
  'date-as-text': 'date-as-text',
  'impossible-date': 'impossible-date',
  'not-a-date': 'not-a-date',
  'not-a-choice': 'not-a-choice',
}
const units: Partial<Record<Column['type'], string>> = { amount: '万元', count: '个', percent: '%' }

function faultOf(type: Column['type'], text: string, role: Column['role'] = 'input') {
  const unit = units[type]
  const column: Column = {
    id: 'a',
    head: ['甲'],
    role,
    type,
    width: 10,
    ...(unit === undefined ? {} : { unit }),
    ...(type === 'choice' ? { choices: ['新建', '续建'] } : {}),
  }
  const row: Row = {
    cells: { a: text },
    columns: new Map([['a', column]]),
    targets: {},
    previous: null,
    lastDay: '2019-06-15',
  }
  const [finding] = readable({ kind: 'readable', sentences }, row)
  const fault = finding?.outcome.status === 'failed' ? finding.outcome.values['fault'] : finding?.outcome.status
  return [fault, finding?.suggestion]
}

describe('readable', () => {
  it.each([
    ['amount', '2000.50', 'passed', undefined],
    ['amount', '-3', 'passed', undefined],
    ['amount', '２，０００', 'number-as-text', '2000'],
    ['amount', '2,000', 'number-as-text', '2000'],
    ['amount', '2000万', 'number-as-text', '2000'],
    ['amount', '约3亿', 'number-as-text', '30000'],
    ['amount', '1e3', 'not-a-number', undefined],
    ['amount', '#DIV/0!', 'sheet-error', undefined],
    ['amount', '#N/A', 'sheet-error', undefined],
    ['count', '3', 'passed', undefined],
    ['count', '3.0', 'passed', undefined],
    ['count', '2.5', 'not-whole', undefined],
    ['count', '3个', 'number-as-text', '3'],
    ['percent', '60', 'passed', undefined],
    ['percent', '60%', 'number-as-text', '60'],
    ['date', '2019-05-01', 'passed', undefined],
    ['date', '2019年5月1日', 'date-as-text', '2019-05-01'],
    ['date', '2019.5.1', 'date-as-text', '2019-05-01'],
    ['date', '20190501', 'date-as-text', '2019-05-01'],
    ['date', '2019-02-30', 'impossible-date', undefined],
    ['date', '2019年2月29日', 'impossible-date', undefined],
    ['date', '5月1日', 'not-a-date', undefined],
    ['date', '#REF!', 'sheet-error', undefined],
    ['choice', '新建', 'passed', undefined],
    ['choice', '新 建', 'not-a-choice', '新建'],
    ['choice', '扩建', 'not-a-choice', undefined],
    ['text', '=cmd|calc', 'passed', undefined],
    ['text', '#NAME?', 'sheet-error', undefined],
    ['text', '#1 厂房', 'passed', undefined],
  ] as const)('takes %s “%s” as %s', (type, text, fault, suggestion) => {
    expect(faultOf(type, text)).toEqual([fault, suggestion])
  })

  it('leaves empty cells and what is counted for the unit alone', () => {
    expect(faultOf('amount', ' ')).toEqual([undefined, undefined])
    expect(faultOf('amount', '#N/A', 'derived')).toEqual([undefined, undefined])
  })
})
