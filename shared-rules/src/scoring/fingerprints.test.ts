import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import type { UnitFacts } from '../facts.ts'
import { fingerprint } from '../hashing/fingerprint.ts'
import { evaluateUnit } from './evaluate-unit.ts'
import { fingerprints } from './fingerprints.ts'

const pack = samplePack({ indicators: [sampleIndicator('tax', '100')] })
const facts = sampleFacts({ targets: { tax: '20' }, actuals: { tax: '10' } })
const origins = { 'actuals.tax': { place: '附件4!C5', status: 'verified', by: '税务局' } } as const
const taken = (given: UnitFacts) => fingerprints(pack, given, evaluateUnit(pack, given))

describe('the fingerprints', () => {
  it('do not change with where a fact came from', () => {
    expect(taken({ ...facts, origins })).toEqual(taken(facts))
  })

  it('are those of facts, and of a result, that say nothing of inputs and conventions', () => {
    const { inputs, result } = taken(facts)
    const { unit, indicators, total } = evaluateUnit(pack, facts)
    const plain = indicators.map(({ indicator, weight, target, actual, completion, ...rest }) => {
      const { status, points, shown, working, missing } = rest
      return { indicator, weight, target, actual, completion, status, points, shown, working, missing }
    })
    expect(result).toBe(fingerprint({ unit, indicators: plain, total }))
    expect(inputs).toBe(fingerprint({ pack: fingerprint(pack), facts }))
  })

  it('change with a fact', () => {
    const other = taken({ ...facts, actuals: { tax: '11' } })
    expect(other.inputs).not.toBe(taken(facts).inputs)
    expect(other.result).not.toBe(taken(facts).result)
  })
})

it('a score does not change with where its facts came from', () => {
  const [plain, told] = [evaluateUnit(pack, facts), evaluateUnit(pack, { ...facts, origins })]
  expect(told.total).toEqual(plain.total)
  expect(told.indicators[0]?.inputs?.[1]).toMatchObject({ kind: 'actual', origin: { by: '税务局' } })
})
