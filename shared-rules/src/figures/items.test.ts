import { describe, expect, it } from 'vitest'
import { saidFigure } from '../../test/points-of.ts'
import { sampleFacts } from '../../test/sample-pack.ts'
import type { Condition } from '../condition.ts'
import type { Item } from '../facts.ts'
import { chosenItems, itemNumber } from './items.ts'

const where: Condition[] = [{ field: 'total', op: 'at-least', value: '5000' }]
const choose = (rows: Item[], once?: string) => {
  const chosen = chosenItems('projects', where, once)(sampleFacts({ items: { projects: rows } }))
  return 'status' in chosen ? saidFigure(chosen) : chosen.map(([index]) => index)
}
const row = (total: string | null, number: string | null = null): Item => ({ total, number })

describe('the items of a ledger that count', () => {
  it.each([
    ['with the bound taken in', [row('5000'), row('4999.99'), row('5000.01')], undefined, [0, 2]],
    ['none of none', [], undefined, []],
    ['one project once', [row('6000', 'P1'), row('7000', 'P2'), row('8000', 'P1')], 'number', [0, 1]],
    ['rows without the key are things of their own', [row('6000'), row('7000', ''), row('8000')], 'number', [0, 1, 2]],
    ['a row ruled out does not use up its key', [row('1', 'P1'), row('8000', 'P1')], 'number', [1]],
  ])('%s', (_, rows, once, places) => {
    expect(choose(rows, once)).toEqual(places)
  })

  it('are not known while one cannot be judged: every such cell is named', () => {
    expect(choose([row('约5000'), row('6000'), row(null)])).toBe(
      'undecided: item projects 0 total; item projects 2 total',
    )
  })

  it('are not known while the ledger was not reported, whatever it is called', () => {
    expect(chosenItems('constructor', [])(sampleFacts({}))).toMatchObject({ missing: [{ key: 'constructor' }] })
  })
})

it.each([
  ['12.5', '12.5'],
  ['-3', '-3'],
  ['', 'undecided: item projects 1 total'],
  ['2000万', 'undecided: item projects 1 total'],
  [null, 'undecided: item projects 1 total'],
])('a number typed as %j is read as %s', (text, said) => {
  expect(saidFigure(itemNumber('projects', row(text), 1, 'total'))).toBe(said)
})
