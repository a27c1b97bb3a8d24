import { describe, expect, it } from 'vitest'
import { sampleFacts } from '../../test/sample-pack.ts'
import { saidFigure } from '../../test/points-of.ts'
import { rounded } from '../exact.ts'
import { isExact } from '../measures/points.ts'
import { figureReader, type Figure } from './figure.ts'
import type { Growth } from './growth.ts'

const now: Figure = { kind: 'reported', key: 'now' }
const growth = (fromZero: Growth['fromZero'], before: Figure = { kind: 'reported', key: 'before' }): Figure => ({
  kind: 'growth',
  now,
  before,
  fromZero,
})
const read = (figure: Figure, actuals: Record<string, string>) => figureReader(figure)(sampleFacts({ actuals }))

describe('growth', () => {
  it.each([
    ['XP2017-Q1, the county', '24637', '3644', '17.4'],
    ['XP2017-Q1, the townships', '10823', '5132', '90.2'],
  ])('%s', (_, actual, increment, percent) => {
    const before: Figure = { kind: 'difference', of: now, minus: { kind: 'reported', key: 'increment' } }
    const value = read(growth('undecided', before), { now: actual, increment })
    expect(isExact(value) && rounded(value, { places: 1, halves: 'up' })).toBe(percent)
  })

  it.each([
    ['none', '100', '100', '0'],
    ['below zero', '80', '100', '-20'],
    ['to nothing', '0', '100', '-100'],
    ['no decimal is exact', '4', '3', '100/3'],
  ])('%s', (_, after, before, percent) => {
    expect(saidFigure(read(growth('undecided'), { now: after, before }))).toBe(percent)
  })

  it.each<[string, Growth['fromZero'], string, string]>([
    ['from zero is what the office names', { value: '100' }, '0', '100'],
    ['from zero is no task', 'no-task', '0', 'no-task'],
    ['from zero is not known, and names the figure', 'undecided', '0', 'undecided: actual before'],
    ['from below zero is not known, either', 'undecided', '-5', 'undecided: actual before'],
  ])('%s', (_, fromZero, before, said) => {
    expect(saidFigure(read(growth(fromZero), { now: '5', before }))).toBe(said)
  })

  it('names the ledger that came to nothing', () => {
    const before: Figure = { kind: 'count', ledger: 'projects', where: [] }
    const facts = sampleFacts({ actuals: { now: '5' }, items: { projects: [] } })
    expect(saidFigure(figureReader(growth('undecided', before))(facts))).toBe('undecided: item projects')
  })

  it('names the fact it lacks', () => {
    expect(saidFigure(read(growth('undecided'), { before: '5' }))).toBe('undecided: actual now')
    expect(saidFigure(read(growth('undecided'), { now: '5' }))).toBe('undecided: actual before')
  })
})
