import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '../decimal-text.ts'
import { compare } from '../exact.ts'
import type { Ties } from '../measures/group/ranks.ts'
import { rankTotals } from './rank-totals.ts'

const ranks = (totals: readonly string[], ties: Ties) => rankTotals(totals, ties).ranks

describe('totals', () => {
  it.each([
    ['competition', [1, 2, 2, 4]],
    ['dense', [1, 2, 2, 3]],
    ['ordered', [1, 2, 3, 4]],
    ['shared', [1, 3, 3, 4]],
  ] as const)('with a tie are ranked %s as %j', (ties, expected) => {
    expect(ranks(['94.31', '95', '94.310', '90'], ties)).toEqual(expected)
  })

  it('that differ past the last shown digit are no tie', () => {
    expect(rankTotals(['94.3051', '94.305', '283/3'], 'competition')).toEqual({ order: [2, 0, 1], ranks: [1, 2, 3] })
  })

  it('below zero, and none at all, have their places', () => {
    expect(rankTotals(['-1.5', '0', '-20'], 'competition').order).toEqual([1, 0, 2])
    expect(rankTotals([], 'competition')).toEqual({ order: [], ranks: [] })
  })

  it('are in a total preorder, whatever they look like', () => {
    const whole = fc.integer({ min: -2000, max: 2000 })
    const text = fc.oneof(
      whole.map((n) => (n / 100).toFixed(2)),
      whole.map(String),
      fc.tuple(whole, fc.integer({ min: 1, max: 9 })).map(([n, d]) => `${n.toString()}/${d.toString()}`),
    )
    fc.assert(
      fc.property(fc.array(text, { maxLength: 40 }), (totals) => {
        const { order, ranks: given } = rankTotals(totals, 'competition')
        expect(order.toSorted((a, b) => a - b)).toEqual(totals.map((_, index) => index))
        const values = order.map((index) => exact(totals[index] ?? '0'))
        for (const [place, value] of values.entries()) {
          expect(given[place]).toBe(1 + values.filter((other) => compare(other, value) > 0).length)
        }
      }),
    )
  })
})
