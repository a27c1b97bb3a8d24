import { describe, expect, it } from 'vitest'
import { saidFigure } from '../../test/points-of.ts'
import { sampleFacts } from '../../test/sample-pack.ts'
import { issued, reported } from './reported.ts'

const tax = { kind: 'reported', key: 'tax' } as const
const task = { kind: 'target', key: 'tax' } as const

describe('a reported figure', () => {
  it.each([
    ['2000', '2000'],
    ['0', '0'],
    ['-12.50', '-12.5'],
    [null, 'undecided: actual tax'],
    ['', 'undecided: actual tax'],
    [' 5', 'undecided: actual tax'],
    ['２０００', 'undecided: actual tax'],
    ['1e3', 'undecided: actual tax'],
  ])('typed as %j is %s', (text, said) => {
    expect(saidFigure(reported(tax)(sampleFacts({ actuals: { tax: text } })))).toBe(said)
  })

  it('is not read off what every object has', () => {
    expect(saidFigure(reported({ ...tax, key: 'toString' })(sampleFacts({})))).toBe('undecided: actual toString')
  })
})

describe('an issued target', () => {
  it.each([
    ['2000', '2000'],
    ['0', '0'],
    [null, 'no-task'],
    ['待定', 'undecided: target tax'],
  ])('issued as %j is %s', (text, said) => {
    expect(saidFigure(issued(task)(sampleFacts({ targets: { tax: text } })))).toBe(said)
  })

  it('is no task where there is none', () => {
    expect(saidFigure(issued(task)(sampleFacts({})))).toBe('no-task')
  })
})
