import { describe, expect, it } from 'vitest'
import { conditionSchema, holds, type Condition } from './condition.ts'

const atLeast: Condition = { op: 'at-least', field: 'a', value: '5000' }
const atMost: Condition = { op: 'at-most', field: 'a', value: '5000' }
const onOrAfter: Condition = { op: 'on-or-after', field: 'a', value: '2019-01-01' }
const onOrBefore: Condition = { op: 'on-or-before', field: 'a', value: '2019-12-31' }

describe('a condition', () => {
  it.each([
    [atLeast, '5000', true],
    [atLeast, '4999.99', false],
    [atLeast, '5000.00', true],
    [atLeast, '5000万', undefined],
    [atMost, '5000', true],
    [atMost, '5000.01', false],
    [onOrAfter, '2019-01-01', true],
    [onOrAfter, '2018-12-31', false],
    [onOrAfter, '2019-02-30', undefined],
    [onOrBefore, '2019-12-31', true],
    [onOrBefore, '2020-01-01', false],
    [{ op: 'equals', field: 'a', value: '是' }, '是', true],
    [{ op: 'equals', field: 'a', value: '是' }, '否', false],
    [{ op: 'one-of', field: 'a', values: ['开工', '入统'] }, ' 开工 ', true],
    [{ op: 'filled', field: 'a' }, 'x', true],
  ] as const)('%j of %s is %s', (condition, text, expected) => {
    expect(holds(conditionSchema.parse(condition), { a: text })).toBe(expected)
  })

  it.each([atLeast, atMost, onOrAfter, onOrBefore])('%j of an empty cell is not known', (condition) => {
    expect(holds(condition, { a: null })).toBeUndefined()
    expect(holds(condition, {})).toBeUndefined()
  })

  it('knows that an empty cell is not filled', () => {
    expect(holds({ op: 'filled', field: 'a' }, { a: ' ' })).toBe(false)
  })
})
