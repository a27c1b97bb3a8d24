import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exact } from '../decimal-text.ts'
import { compare } from '../exact.ts'
import type { Ties } from '../measures/group/ranks.ts'
import { rankTotals } from './rank-totals.ts'

const ranks = (totals: readonly string[], ties: Ties) => Array.from(rankTotals(totals, ties).ranks)

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
    const { order, ranks: given } = rankTotals(['94.3051', '94.305', '283/3'], 'competition')
    expect([Array.from(order), Array.from(given)]).toEqual([
      [2, 0, 1],
      [1, 2, 3],
    ])
  })

  it('below zero, and none at all, have their places', () => {
    expect(Array.from(rankTotals(['-1.5', '0', '-20'], 'competition').order)).toEqual([1, 0, 2])
    expect(rankTotals([], 'competition').order).toHaveLength(0)
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
        const ranked = rankTotals(totals, 'competition')
        const [order, given] = [Array.from(ranked.order), Array.from(ranked.ranks)]
        expect(order.toSorted((a, b) => a - b)).toEqual(totals.map((_, index) => index))
        const values = order.map((index) => exact(totals[index] ?? '0'))
        for (const [place, value] of values.entries()) {
          expect(given[place]).toBe(1 + values.filter((other) => compare(other, value) > 0).length)
        }
      }),
    )
  })
})
