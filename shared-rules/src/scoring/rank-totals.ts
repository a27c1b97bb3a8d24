import { exact } from '../decimal-text.ts'
import { compare, type Exact } from '../exact.ts'
import { ranksOf, type Ties } from '../measures/group/ranks.ts'

export interface RankedTotals {
  /** Places in the list given, best first; equal totals in the order given. */
  readonly order: readonly number[]
  /** The rank of each place in `order`. */
  readonly ranks: readonly number[]
}

/**
 * Ranks totals given as exact text, best first. Decimal totals of a common length become whole numbers and are sorted as
 * such; where a fraction or a very long figure makes that inexact, they are compared as the rationals they are.
 */
export function rankTotals(totals: readonly string[], ties: Ties): RankedTotals {
  const keys = wholeKeys(totals)
  return keys ? rankWhole(keys, ties) : rankExact(totals.map(exact), ties)
}

function rankExact(totals: readonly Exact[], ties: Ties): RankedTotals {
  const order = totals.map((_, index) => index)
  const at = (index: number): Exact => totals[index] ?? { n: 0, d: 1 }
  order.sort((a, b) => compare(at(b), at(a)))
  const equal = (place: number) => compare(at(order[place - 1] ?? 0), at(order[place] ?? 0)) === 0
  return { order, ranks: ranksOf(order.length, equal, ties) }
}

/** One number holds total and place, so that a plain sort of numbers orders both. */
function rankWhole(keys: WholeKeys, ties: Ties): RankedTotals {
  const count = keys.values.length
  const packed = Float64Array.from(keys.values, (value, index) => (keys.largest - value) * count + index).sort()
  const order = Array.from(packed, (value) => value % count)
  const group = (place: number) => Math.floor((packed[place] ?? 0) / count)
  return { order, ranks: ranksOf(count, (place) => group(place) === group(place - 1), ties) }
}

interface WholeKeys {
  readonly values: Float64Array
  readonly largest: number
}

const MOST_DECIMALS = 10

/** The totals as whole numbers of their smallest decimal; undefined where that is not exact in doubles. */
function wholeKeys(totals: readonly string[]): WholeKeys | undefined {
  let places = 0
  for (const text of totals) places = Math.max(places, decimalsOf(text))
  if (places > MOST_DECIMALS) return undefined
  const values = new Float64Array(totals.length)
  let [least, largest] = [Infinity, -Infinity]
  for (const [index, text] of totals.entries()) {
    const value = wholeOf(text, places)
    values[index] = value
    least = Math.min(least, value)
    largest = Math.max(largest, value)
  }
  return Number.isSafeInteger((largest - least + 1) * totals.length) &&
    Number.isSafeInteger(largest) &&
    Number.isSafeInteger(least)
    ? { values, largest }
    : undefined
}

/** How many decimals; more than can be had for a fraction or a very long figure. */
function decimalsOf(text: string): number {
  const point = text.indexOf('.')
  if (text.length > 15 || text.includes('/')) return MOST_DECIMALS + 1
  return point < 0 ? 0 : text.length - point - 1
}

function wholeOf(text: string, places: number): number {
  let value = 0
  let decimals = -1
  const negative = text.charCodeAt(0) === 45
  for (let at = negative ? 1 : 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0) decimals = 0
    else {
      value = value * 10 + digit
      if (decimals >= 0) decimals += 1
    }
  }
  for (let left = places - Math.max(0, decimals); left > 0; left -= 1) value *= 10
  return negative ? 0 - value : value
}
