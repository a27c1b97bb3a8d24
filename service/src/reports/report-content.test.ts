import { fingerprint } from '@kaohe/shared-rules'
import { expect, it } from 'vitest'
import { contentOf, isContentOf } from './report-content.ts'

const row = {
  seq: 7,
  number: '2019-000007',
  record: '{"form":"projects"}',
  facts: '{"id":"town-1"}',
  result: '{"unit":"town-1"}',
  receipt: '{"number":"2019-000007"}',
  nil: null,
}

it('knows a report again by what the log says was received', () => {
  expect(isContentOf(row, contentOf(row))).toBe(true)
})

it('knows it by lines of earlier versions, which were taken over its long texts themselves', () => {
  const { nil: _, ...filled } = row
  expect(isContentOf(row, fingerprint(filled))).toBe(true)
})

it('says the same of a column that came later and is empty', () => {
  expect(contentOf({ ...row, later: null })).toBe(contentOf(row))
})

it.each(['seq', 'number', 'record', 'facts', 'result', 'receipt', 'nil'])('misses a change of %s', (column) => {
  const altered = { ...row, [column]: 'other' }
  expect(isContentOf(altered, contentOf(row))).toBe(false)
})
