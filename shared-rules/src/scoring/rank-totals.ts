import { exact } from '../decimal-text.ts'
import { compare, zero, type Exact } from '../exact.ts'
import { ranksOf, type Ties } from '../measures/group/ranks.ts'

export interface RankedTotals {
  /** Places in the list given, best first; equal totals in the order given. */
  readonly order: ArrayLike<number>
  /** The rank of each place in `order`. */
  readonly ranks: ArrayLike<number>
}

/**
 * Ranks totals given as exact text, best first. Decimal totals become whole numbers of their smallest decimal and are sorted as such;
 * where a fraction or a very long figure makes that inexact, they are compared as the rationals they are.
 */
export function rankTotals(totals: readonly string[], ties: Ties): RankedTotals {
  const whole = wholeTotals(totals)
  return whole ? rankWhole(whole, ties) : rankExact(totals.map(exact), ties)
}

function rankExact(totals: readonly Exact[], ties: Ties): RankedTotals {
  const order = totals.map((_, index) => index)
  const at = (place: number): Exact => totals[order[place] ?? 0] ?? zero
  order.sort((a, b) => compare(totals[b] ?? zero, totals[a] ?? zero))
  return { order, ranks: ranksOf(order.length, (place) => compare(at(place - 1), at(place)) === 0, ties) }
}

interface WholeTotals {
  readonly values: Float64Array
  readonly largest: number
}

/** One number holds total and place, so that a plain sort of numbers puts both in order. */
function rankWhole({ values, largest }: WholeTotals, ties: Ties): RankedTotals {
  const count = values.length
  const keys = values.map((value, index) => (largest - value) * count + index).sort()
  const groups = keys.map((key) => Math.floor(key / count))
  const order = new Uint32Array(count)
  for (let place = 0; place < count; place += 1) order[place] = (keys[place] ?? 0) - (groups[place] ?? 0) * count
  return { order, ranks: ranksOf(count, (place) => groups[place] === groups[place - 1], ties) }
}

const POINT = 46
const MINUS = 45
const MOST_DIGITS = 15

/** The totals in units of the smallest decimal among them; undefined where doubles would not hold them, with their places, exactly. */
function wholeTotals(totals: readonly string[]): WholeTotals | undefined {
  const count = totals.length
  const values = new Float64Array(count)
  const decimals = new Uint8Array(count)
  let places = 0
  for (let index = 0; index < count; index += 1) {
    const text = totals[index] ?? ''
    if (text.length > MOST_DIGITS) return undefined
    const negative = text.charCodeAt(0) === MINUS
    let value = 0
    let point = text.length - 1
    for (let at = negative ? 1 : 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code === POINT) point = at
      else if (code < 48) return undefined
      else value = value * 10 + code - 48
    }
    values[index] = negative ? 0 - value : value
    decimals[index] = text.length - 1 - point
    places = Math.max(places, text.length - 1 - point)
  }
  let [least, largest] = [Infinity, -Infinity]
  for (let index = 0; index < count; index += 1) {
    const value = (values[index] ?? 0) * 10 ** (places - (decimals[index] ?? 0))
    values[index] = value
    least = Math.min(least, value)
    largest = Math.max(largest, value)
  }
  const safe =
    Number.isSafeInteger(largest) && Number.isSafeInteger(least) && Number.isSafeInteger((largest - least + 1) * count)
  return safe || count === 0 ? { values, largest } : undefined
}
