import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saidFigure } from '../../test/points-of.ts'
import { sampleFacts } from '../../test/sample-pack.ts'
import type { UnitFacts } from '../facts.ts'
import { figureReader, figureSchema, type Figure } from './figure.ts'

const of = (key: string): Figure => ({ kind: 'reported', key })
const read = (figure: Figure, facts: Partial<UnitFacts> = {}) =>
  saidFigure(figureReader(figureSchema.parse(figure))(sampleFacts(facts)))
const byZero = (policy: 'undecided' | 'no-task' | { value: string }): Figure => ({
  kind: 'ratio',
  of: of('a'),
  by: of('b'),
  in: 'number',
  byZero: policy,
})
const percent: Figure = { kind: 'ratio', of: of('a'), by: of('b'), in: 'percent', byZero: 'undecided' }
const scaled = (least: string | null, most: string | null): Figure => ({
  kind: 'scaled',
  of: of('a'),
  times: '0.1',
  least,
  most,
})

describe('figures worked out of figures', () => {
  it.each<[string, Figure, Record<string, string>, string]>([
    ['a constant', { kind: 'constant', value: '1/3' }, {}, '1/3'],
    [
      'a total',
      { kind: 'total', of: [of('a'), of('b'), { kind: 'constant', value: '1' }] },
      { a: '2', b: '0.5' },
      '3.5',
    ],
    ['a difference', { kind: 'difference', of: of('a'), minus: of('b') }, { a: '2', b: '5' }, '-3'],
    [
      'STREET-tax-halfyear, ahead of half',
      { kind: 'difference', of: of('a'), minus: of('b') },
      { a: '6226', b: '4644.5' },
      '1581.5',
    ],
    ['COUNTY-over, not yet rounded', percent, { a: '50.56', b: '42.7' }, '50560/427'],
    ['CJJB2020, all of it', percent, { a: '1.56', b: '1.56' }, '100'],
    ['GQ2022-start, not yet rounded', percent, { a: '40', b: '58' }, '2000/29'],
    ['a ratio as a number', byZero('undecided'), { a: '1', b: '8' }, '0.125'],
    ['TX2022-zero, nothing by nothing', byZero({ value: '0' }), { a: '0', b: '0' }, '0'],
    ['by zero is no task', byZero('no-task'), { a: '1', b: '0' }, 'no-task'],
    ['by zero is not known, and names the figure', byZero('undecided'), { a: '1', b: '0' }, 'undecided: actual b'],
    ['by less than zero', byZero('undecided'), { a: '1', b: '-2' }, 'undecided: actual b'],
    ['scaled', scaled(null, null), { a: '-30' }, '-3'],
    ['scaled to the cap exactly', scaled('0', '2'), { a: '20' }, '2'],
    ['scaled past the cap', scaled('0', '2'), { a: '20.1' }, '2'],
    ['scaled below the floor', scaled('0', '2'), { a: '-1' }, '0'],
  ])('%s', (_, figure, actuals, said) => {
    expect(read(figure, { actuals })).toBe(said)
  })

  it('raise a flag to one', () => {
    const flag: Figure = { kind: 'flag', flag: 'reformed' }
    expect(read(flag, { flags: ['reformed'] })).toBe('1')
    expect(read(flag, { flags: ['other'] })).toBe('0')
  })

  it.each<[string, Figure]>([
    ['a total', { kind: 'total', of: [of('a'), of('b')] }],
    ['a difference', { kind: 'difference', of: of('a'), minus: of('b') }],
    ['a ratio', percent],
  ])('%s names the figure it lacks', (_, figure) => {
    expect(read(figure, { actuals: { a: '1' } })).toBe('undecided: actual b')
    expect(read(figure, { actuals: { b: '1' } })).toBe('undecided: actual a')
  })

  it('add up to the same in any order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer().map(String), { minLength: 1, maxLength: 8 }), (values) => {
        const total = (list: readonly string[]): Figure => ({
          kind: 'total',
          of: list.map((value) => ({ kind: 'constant', value })),
        })
        expect(read(total(values))).toBe(read(total(values.toReversed())))
      }),
    )
  })
})
