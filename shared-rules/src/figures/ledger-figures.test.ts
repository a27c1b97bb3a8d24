import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saidFigure } from '../../test/points-of.ts'
import { sampleFacts } from '../../test/sample-pack.ts'
import type { Item } from '../facts.ts'
import { figureReader, figureSchema } from './figure.ts'

const read = (figure: unknown, grants?: Item[]) =>
  saidFigure(figureReader(figureSchema.parse(figure))(sampleFacts(grants ? { items: { grants } } : {})))
const count = { kind: 'count', ledger: 'grants', where: [{ field: 'source', op: 'filled' }] }
const sum = { ...count, kind: 'sum', of: [{ field: 'amount', as: 'number' }] }
const row = (amount: string | null, source: string | null = '省', number: string | null = null): Item => ({
  amount,
  source,
  number,
})

describe('what a ledger comes to', () => {
  it.each([
    ['a count', count, [row('1'), row('2', ''), row('3')], '2'],
    ['a count does not read what it does not need', count, [row('约3亿')], '1'],
    ['each thing counted once', { ...count, once: 'number' }, [row('1', '省', 'G1'), row('2', '省', 'G1')], '1'],
    ['a sum', sum, [row('1.1'), row('2', ''), row('-0.3')], '0.8'],
    [
      'a sum of each thing once takes the first',
      { ...sum, once: 'number' },
      [row('1', '省', 'G1'), row('2', '省', 'G1')],
      '1',
    ],
    ['a ledger reported empty: none', count, [], '0'],
    ['a ledger reported empty: nothing', sum, [], '0'],
    [
      'a sum with amounts in words names each',
      sum,
      [row('约3'), row('1'), row(null)],
      'undecided: item grants 0 amount; item grants 2 amount',
    ],
    ['a row that does not count may be unreadable', sum, [row('约3', ''), row('1')], '1'],
  ])('%s', (_, figure, rows, said) => {
    expect(read(figure, rows)).toBe(said)
  })

  it('is not known while the ledger was not reported', () => {
    expect(read(count)).toBe('undecided: item grants')
    expect(read(sum)).toBe('undecided: item grants')
  })

  it('counts the same rows in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', '省', '市')), (sources) => {
        const rows = sources.map((source) => row('1', source))
        expect(read(count, rows)).toBe(read(count, rows.toReversed()))
      }),
    )
  })
})
