import { describe, expect, it } from 'vitest'
import { sampleFacts } from '../../test/sample-pack.ts'
import { exactText } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { isExact } from '../measures/points.ts'
import { figureReader, type Figure } from './figure.ts'

const read = (figure: Figure, facts: Partial<UnitFacts>) => {
  const value = figureReader(figure)(sampleFacts(facts))
  return isExact(value) ? exactText(value) : value
}
const starts: Figure = {
  kind: 'count',
  ledger: 'projects',
  where: [
    { field: 'stage', op: 'one-of', values: ['开工', '入统'] },
    { field: 'total', op: 'at-least', value: '5000' },
  ],
}
const projects = (...rows: [string | null, string | null][]) => ({
  items: { projects: rows.map(([stage, total]) => ({ stage, total })) },
})

describe('a count over a ledger', () => {
  it('takes the threshold itself in', () => {
    expect(read(starts, projects(['开工', '5000'], ['开工', '4999.99'], ['入统', '5000.01']))).toBe('2')
  })

  it('is not known while a row cannot be read, and names row and field', () => {
    expect(read(starts, projects(['开工', '5000'], ['开工', '2000万']))).toMatchObject({
      missing: [{ kind: 'item', key: 'projects', index: 1, field: 'total' }],
    })
  })

  it('passes over an unreadable field of a row that another condition rules out', () => {
    expect(read(starts, projects(['储备', '2000万'], ['开工', '6000']))).toBe('1')
  })

  it('is not known while the ledger was not reported', () => {
    expect(read(starts, {})).toMatchObject({ missing: [{ kind: 'item', key: 'projects' }] })
  })
})

describe('a sum over a ledger', () => {
  it('multiplies amounts by shares in percent', () => {
    const figure: Figure = {
      kind: 'sum',
      ledger: 'enclaves',
      of: [
        { field: 'amount', as: 'number' },
        { field: 'share', as: 'percent' },
      ],
      where: [],
    }
    const enclaves = [
      { amount: '1000', share: '50' },
      { amount: '300', share: '33.3' },
    ]
    expect(read(figure, { items: { enclaves } })).toBe('599.9')
  })
})

describe('a reported figure', () => {
  it.each([{ a: null }, {}, { a: '2000万' }, { a: '1e3' }])('is not known when %j was reported', (actuals) => {
    expect(read({ kind: 'reported', key: 'a' }, { actuals })).toMatchObject({ missing: [{ kind: 'actual', key: 'a' }] })
  })
})
