import { describe, expect, it } from 'vitest'
import { sampleFacts, sampleIndicator, samplePack } from '../../test/sample-pack.ts'
import { linear } from '../measures/own/linear.ts'
import { exact } from '../decimal-text.ts'
import { divide, ratio, rounded } from '../exact.ts'
import { evaluateUnit } from './evaluate-unit.ts'

const WEIGHTS = ['2.5', '5', '7.5', '10', '12.5', '15', '20']
const rounding = { places: 2, halves: 'up' } as const
const capped = { kind: 'linear', basis: 'completion', cap: '1.2', floor: '0' } as const

/** The same score by other means: one scaled division of bigints, halves up. Weights are given in tenths. */
function oracle(target: bigint, actual: bigint, tenths: bigint): string {
  const [n, d] = actual * 10n > target * 12n ? [12n * tenths, 100n] : [actual * tenths, target * 10n]
  const cents = (2n * n * 100n + d) / (2n * d)
  return `${(cents / 100n).toString()}.${(cents % 100n).toString().padStart(2, '0')}`
}

const tenthsOf = (weight: string) => BigInt(weight.includes('.') ? weight.replace('.', '') : `${weight}0`)

describe('every case of the grid', () => {
  it('is rounded as the oracle rounds it: 672560 of target 1…400, actual 1…1.2 target, seven weights', () => {
    const run = linear(capped)
    const facts = sampleFacts({})
    let cases = 0
    const wrong: string[] = []
    for (const text of WEIGHTS) {
      const weight = exact(text)
      const tenths = tenthsOf(text)
      for (let target = 1; target <= 400; target += 1) {
        for (let actual = 1; actual <= Math.floor((target * 12) / 10); actual += 1) {
          const [t, a] = [ratio(target), ratio(actual)]
          const points = run({ weight, target: t, actual: a, completion: divide(a, t), facts })
          const shown = points.status === 'scored' ? rounded(points.points, rounding) : points.status
          if (shown !== oracle(BigInt(target), BigInt(actual), tenths)) wrong.push(`${actual}/${target} × ${text}`)
          cases += 1
        }
      }
    }
    expect(cases).toBe(672_560)
    expect(wrong).toEqual([])
  })
})

describe('the hard cases of the grid', () => {
  /** Where doubles or a decimal division rounded first go wrong: a third decimal of exactly 5 after the division. */
  const hard = WEIGHTS.flatMap((weight) => {
    const tenths = tenthsOf(weight)
    const list: [string, number, number][] = []
    for (let target = 1; target <= 400; target += 1)
      for (let actual = 1; actual <= Math.floor((target * 12) / 10); actual += 1) {
        const double = (Math.round((actual / target) * Number(weight) * 100) / 100).toFixed(2)
        if (double !== oracle(BigInt(target), BigInt(actual), tenths)) list.push([weight, target, actual])
      }
    return list
  })

  it('are those that doubles get wrong, and are right from facts to shown points', () => {
    expect(hard.length).toBeGreaterThanOrEqual(218)
    for (const [weight, target, actual] of hard) {
      const rest = sampleIndicator('rest', `${100 - Number(weight)}`, {
        target: null,
        actual: { kind: 'constant', value: '1' },
        measure: { kind: 'fixed', worth: { share: '1' } },
      })
      const pack = samplePack({ indicators: [sampleIndicator('a', weight, { measure: capped }), rest] })
      const result = evaluateUnit(pack, sampleFacts({ targets: { a: `${target}` }, actuals: { a: `${actual}` } }))
      expect(result.indicators[0]?.shown).toBe(oracle(BigInt(target), BigInt(actual), tenthsOf(weight)))
    }
  })

  it.each([
    ['12.5', '20', '23', '14.38'],
    ['7.5', '12', '13', '8.13'],
  ])('%s × %s⁻¹ × %s is %s', (weight, target, actual, shown) => {
    const points = linear(capped)({
      weight: exact(weight),
      target: exact(target),
      actual: exact(actual),
      completion: null,
      facts: sampleFacts({}),
    })
    expect(points.status === 'scored' && rounded(points.points, rounding)).toBe(shown)
  })
})
