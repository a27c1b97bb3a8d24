import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import { evaluateUnit } from './evaluate-unit.ts'

const two = samplePack({ indicators: [sampleIndicator('a', '40'), sampleIndicator('b', '60')] })

describe('a unit', () => {
  it('is scored with its working, rounded once, and the total is the sum of what is shown', () => {
    const pack = samplePack({
      indicators: [
        sampleIndicator('a', '12.5', { measure: { kind: 'linear', basis: 'completion', cap: '1.2', floor: '0' } }),
        sampleIndicator('b', '87.5'),
      ],
    })
    const result = evaluateUnit(pack, sampleFacts({ targets: { a: '20', b: '3' }, actuals: { a: '23', b: '1' } }))
    expect(result.indicators[0]).toEqual({
      indicator: 'a',
      weight: '12.5',
      target: '20',
      actual: '23',
      completion: '1.15',
      status: 'scored',
      points: '14.375',
      shown: '14.38',
      working: [
        { name: 'completion', value: '1.15' },
        { name: 'counted', value: '1.15' },
      ],
      missing: [],
      inputs: [
        { kind: 'target', key: 'a', value: '20' },
        { kind: 'actual', key: 'a', value: '23' },
      ],
      conventions: [
        { name: 'cap', value: '1.2' },
        { name: 'floor', value: '0' },
        { name: 'rounding', value: '2 up' },
        { name: 'total', value: 'sum-of-shown-parts' },
      ],
    })
    expect(result.indicators[1]).toMatchObject({ points: '175/6', shown: '29.17' })
    expect(result.total).toEqual({ kind: 'total', shown: '43.55', exact: '1045/24' })
  })

  it('has the weights it was not given made up for by the others', () => {
    const result = evaluateUnit(two, sampleFacts({ targets: { a: '10' }, actuals: { a: '5' } }))
    expect(result.indicators[0]).toMatchObject({
      shown: '50.00',
      working: [{}, {}, {}, { name: 'factor', value: '2.5' }],
    })
    expect(result.indicators[1]).toMatchObject({ status: 'no-task', points: null, shown: null })
    expect(result.total).toMatchObject({ kind: 'total', shown: '50.00' })
  })

  it('has no total while a figure is missing, and is told which', () => {
    const facts = sampleFacts({ targets: { a: '10', b: '10' }, actuals: { a: '5', b: '2000万' } })
    const result = evaluateUnit(two, facts)
    expect(result.indicators[1]).toMatchObject({ status: 'undecided', missing: [{ kind: 'actual', key: 'b' }] })
    expect(result.total).toEqual({ kind: 'withheld', undecided: ['b'], counted: '20.00', countedWeight: '40' })
  })

  it('has no total when nothing at all was asked of it', () => {
    expect(evaluateUnit(two, sampleFacts({})).total).toMatchObject({ kind: 'withheld', undecided: [] })
  })

  it('takes no part in what excludes it, by the clause that says so', () => {
    const indicators = [sampleIndicator('a', '100', { excluded: [{ unit: 'finance', clause: '四(二)6' }] })]
    const pack = samplePack({ indicators: [...indicators, sampleIndicator('b', '0')] })
    const facts = sampleFacts({ id: 'finance', targets: { a: '10' }, actuals: { a: '10' } })
    expect(evaluateUnit(pack, facts).indicators[0]).toMatchObject({
      status: 'excluded',
      clause: '四(二)6',
      shown: null,
    })
  })

  it('sees what is not handed down yet without a score, and without zero', () => {
    const pending = sampleIndicator('b', '0', { status: 'pending', weights: {}, measure: null })
    const pack = samplePack({ indicators: [sampleIndicator('a', '100'), pending] })
    const result = evaluateUnit(pack, sampleFacts({ targets: { a: '1' }, actuals: { a: '1' } }))
    expect(result.indicators[1]).toMatchObject({ status: 'pending', weight: null, points: null, shown: null })
    expect(result.total).toMatchObject({ shown: '100.00' })
  })

  it('has deductions taken off as they are, whatever the others are raised by', () => {
    const unregistered = sampleIndicator('c', '0', {
      target: null,
      actual: { kind: 'count', ledger: 'projects', where: [{ field: 'registered', op: 'equals', value: '否' }] },
      measure: { kind: 'deduction', from: 'zero', each: { points: '0.5' }, most: { points: '2' } },
    })
    const pack = samplePack({ indicators: [...two.indicators, unregistered] })
    const items = { projects: [{ registered: '否' }, { registered: '是' }, { registered: '否' }] }
    const result = evaluateUnit(pack, sampleFacts({ targets: { a: '1' }, actuals: { a: '1' }, items }))
    expect(result.indicators[2]).toMatchObject({ points: '-1', shown: '-1.00' })
    expect(result.total).toMatchObject({ shown: '99.00' })
  })
})

describe('a unit without a task', () => {
  it.each([
    ['nothing', { shown: '0.00' }, '40.00'],
    ['full-weight', { shown: '60.00' }, '100.00'],
    ['leave-out', { shown: null }, '100.00'],
  ] as const)('gets what the pack says: %s', (noTask, indicator, total) => {
    const pack = samplePack({ indicators: [sampleIndicator('a', '40'), sampleIndicator('b', '60', { noTask })] })
    const result = evaluateUnit(pack, sampleFacts({ targets: { a: '1', b: '0' }, actuals: { a: '1' } }))
    expect(result.indicators[1]).toMatchObject({ status: 'no-task', ...indicator })
    expect(result.total).toMatchObject({ shown: total })
  })
})
