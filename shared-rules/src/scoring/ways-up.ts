import { exact } from '../decimal-text.ts'
import { add, compare, exactText, ratio } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import type { Pack } from '../pack/pack.ts'
import { evaluateUnit } from './evaluate-unit.ts'
import { rankPool, type Rankable } from './rank-pool.ts'
import type { Total } from './result.ts'
import { withMore } from './with-more.ts'

/** What one indicator alone could do for a better place. */
export type WayUp =
  | {
      readonly kind: 'enough'
      readonly indicator: string
      /** The least that is needed, in whole units of the indicator (万元, 个), and the figure that makes. */
      readonly more: string
      readonly figure: string
      /** The shown total and the rank it leads to. */
      readonly total: string
      readonly rank: number
    }
  /** However much more, the total ends below what is needed: the shown total it can reach. */
  | { readonly kind: 'short'; readonly indicator: string; readonly total: string }
  /** Rows are scored one by one: it depends on which row is added. */
  | { readonly kind: 'by-rows'; readonly indicator: string }

/** 进位测算: what it takes to gain a place, or why that cannot be told. */
export type WaysUp =
  | {
      readonly kind: 'ways'
      /** The place asked for, and the shown total of the unit that holds it. */
      readonly rank: number
      readonly total: string
      readonly ways: readonly WayUp[]
    }
  /** Nobody is ahead · the unit has no rank · its points depend on the other units. */
  | { readonly kind: 'first' | 'unranked' | 'relative' }

/** More than any figure a unit reports. */
const most = 2 ** 40

/**
 * For each indicator by itself the least more that lifts the unit to a better place, `rank` or else the next one, while all
 * other units and all its other figures stay as they are. What could be had by nothing more of an indicator is left out.
 *
 * Points are taken to grow with the figure; where a pack makes them fall and grow again, a smaller figure might do, too.
 *
 * @param pool id of the unit's pool.
 * @param results of all units of the pool, in the order in which it was ranked.
 */
export function waysUp(
  pack: Pack,
  pool: string,
  results: readonly Rankable[],
  facts: UnitFacts,
  rank?: number,
): WaysUp {
  const { basis } = pack.scoring.ranking
  const ranked = rankPool(pack, pool, results)
  const own = ranked.find(({ unit }) => unit === facts.id)
  const now = evaluateUnit(pack, facts)
  if (!own || own.rank === null || own.total.kind === 'withheld') return { kind: 'unranked' }
  if (now.total.kind === 'withheld' || now.total[basis] !== own.total[basis]) return { kind: 'relative' }
  const ahead = ranked.filter((one) => one.rank !== null && one.rank < (own.rank ?? 0))
  const held = ahead.findLast((one) => rank === undefined || (one.rank ?? 0) <= rank)
  if (held?.total.kind !== 'total') return { kind: 'first' }
  const place = held.rank ?? 1
  const rankWith = (total: Total) =>
    rankPool(
      pack,
      pool,
      results.map((one) => (one.unit === facts.id ? { ...one, total } : one)),
    ).find(({ unit }) => unit === facts.id)?.rank ?? Infinity
  const needed = exact(held.total[basis])
  // To draw level is enough where equal totals share a place.
  const level = rankWith(held.total) <= place
  const isEnough = (total: Total) => total.kind === 'total' && compare(exact(total[basis]), needed) >= (level ? 0 : 1)
  const ways = now.indicators.flatMap(({ indicator, status, actual }): readonly WayUp[] => {
    if (status !== 'scored') return []
    const scored = withMore(pack, facts, indicator)
    if (!scored) return [{ kind: 'by-rows', indicator }]
    const totalWith = (more: number) => scored(ratio(more)).total
    const more = leastThat((amount) => isEnough(totalWith(amount)))
    if (more !== null && actual !== null) {
      const total = totalWith(more)
      const figure = exactText(add(exact(actual), ratio(more)))
      return [
        { kind: 'enough', indicator, more: more.toString(), figure, total: shownOf(total), rank: rankWith(total) },
      ]
    }
    const end = shownOf(totalWith(most))
    return compare(exact(end), exact(shownOf(now.total))) > 0 ? [{ kind: 'short', indicator, total: end }] : []
  })
  return { kind: 'ways', rank: place, total: held.total.shown, ways }
}

/** The smallest whole number from 1 on for which something holds that goes on holding; null where it never does. */
function leastThat(holds: (amount: number) => boolean): number | null {
  let [below, from] = [0, 1]
  while (!holds(from)) {
    if (from >= most) return null
    below = from
    from *= 2
  }
  while (from - below > 1) {
    const middle = Math.floor((below + from) / 2)
    if (holds(middle)) from = middle
    else below = middle
  }
  return from
}

const shownOf = (total: Total): string => (total.kind === 'total' ? total.shown : total.counted)
