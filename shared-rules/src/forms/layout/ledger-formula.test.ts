import { describe, expect, it } from 'vitest'
import type { Condition } from '../../condition.ts'
import { isCountable, ledgerFormula } from './ledger-formula.ts'

const range = (column: string) => (column === 'gone' ? undefined : `${column}!`)
const count = (...where: Condition[]) => ledgerFormula({ kind: 'count', ledger: 'projects', where }, range)

describe('ledgerFormula', () => {
  it.each<[string, Condition, string]>([
    ['a cell that is filled', { op: 'filled', field: 'a' }, 'COUNTIFS(a!,"<>")'],
    ['an empty cell', { op: 'empty', field: 'a' }, 'COUNTIFS(a!,"")'],
    ['one text', { op: 'equals', field: 'a', value: '新建' }, 'COUNTIFS(a!,"=新建")'],
    [
      'another text, not counting empty cells',
      { op: 'differs', field: 'a', value: '续建' },
      'COUNTIFS(a!,"<>续建",a!,"<>")',
    ],
    [
      'one of several texts',
      { op: 'one-of', field: 'a', values: ['开工', '入统'] },
      'SUM(COUNTIFS(a!,{"=开工","=入统"}))',
    ],
    ['以上, the bound included', { op: 'at-least', field: 'a', value: '5000' }, 'COUNTIFS(a!,">=5000")'],
    ['以下, the bound included', { op: 'at-most', field: 'a', value: '5000' }, 'COUNTIFS(a!,"<=5000")'],
    ['above', { op: 'above', field: 'a', value: '0.5' }, 'COUNTIFS(a!,">0.5")'],
    ['below', { op: 'below', field: 'a', value: '0.5' }, 'COUNTIFS(a!,"<0.5")'],
    ['a day or later', { op: 'on-or-after', field: 'a', value: '2019-01-01' }, 'COUNTIFS(a!,">="&DATE(2019,1,1))'],
    [
      'up to the end of a day',
      { op: 'on-or-before', field: 'a', value: '2019-12-31' },
      'COUNTIFS(a!,"<"&DATE(2019,12,31)+1)',
    ],
  ])('asks for %s', (_, condition, formula) => {
    expect(count(condition)).toBe(formula)
  })

  it('keeps what a criterion would read otherwise: quotes, stars, comparison signs', () => {
    expect(count({ op: 'equals', field: 'a', value: '>5"*' })).toBe('COUNTIFS(a!,"=>5""~*")')
  })

  it('joins conditions', () => {
    const where: Condition[] = [
      { op: 'equals', field: 'stage', value: '储备' },
      { op: 'at-least', field: 'total', value: '10000' },
    ]
    expect(count(...where)).toBe('COUNTIFS(stage!,"=储备",total!,">=10000")')
  })

  it('adds one column up with SUMIFS', () => {
    const where: Condition[] = [{ op: 'filled', field: 'b' }]
    const of = [{ field: 'amount', as: 'number' as const }]
    expect(ledgerFormula({ kind: 'sum', ledger: 'grants', where, of }, range)).toBe('SUMIFS(amount!,b!,"<>")')
  })

  it('multiplies shares in, and never takes a text for a large number', () => {
    const where: Condition[] = [{ op: 'at-least', field: 'a', value: '1' }]
    const of = [
      { field: 'amount', as: 'number' as const },
      { field: 'share', as: 'percent' as const },
    ]
    const formula = ledgerFormula({ kind: 'sum', ledger: 'enclaves', where, of }, range)
    expect(formula).toBe('SUMPRODUCT(ISNUMBER(a!)*(a!>=1),amount!,share!)/100')
  })

  it('is none where the ledger lacks a column', () => {
    expect(count({ op: 'filled', field: 'gone' })).toBeUndefined()
  })
})

describe('isCountable', () => {
  const oneOf: Condition = { op: 'one-of', field: 'a', values: ['x', 'y'] }
  it('refuses what a sheet cannot say: 同一项目只计一次, two lists of choices, a figure that was reported', () => {
    expect(isCountable({ kind: 'count', ledger: 'l', where: [oneOf] })).toBe(true)
    expect(isCountable({ kind: 'count', ledger: 'l', where: [], once: 'name' })).toBe(false)
    expect(isCountable({ kind: 'count', ledger: 'l', where: [oneOf, { ...oneOf, field: 'b' }] })).toBe(false)
    expect(isCountable({ kind: 'reported', key: 'tax' })).toBe(false)
  })
})
