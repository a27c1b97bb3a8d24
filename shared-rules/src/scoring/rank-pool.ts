import type { Pack } from '../pack/pack.ts'
import { rankTotals } from './rank-totals.ts'
import type { Total, UnitResult } from './result.ts'

/** What a ranking looks at of a result. */
export type Rankable = Pick<UnitResult, 'unit' | 'total' | 'unranked'>

export interface Ranked {
  readonly unit: string
  /** Null for a unit without a total, or kept out of the ranking. */
  readonly rank: number | null
  readonly total: Total
}

/**
 * Ranks the units of one pool, best first, on shown or exact totals and with ties as the pack says. Results are those of the
 * pool's units; what has no total, or takes no part in the ranking, comes last, unranked, in the order given.
 */
export function rankPool(pack: Pack, poolId: string, results: readonly Rankable[]): readonly Ranked[] {
  if (!pack.pools.some(({ id }) => id === poolId)) throw new RangeError(`no such pool: ${poolId}`)
  const { basis, ties } = pack.scoring.ranking
  const ranked: Rankable[] = []
  const totals: string[] = []
  const apart: Ranked[] = []
  for (const result of results) {
    const { unit, total, unranked } = result
    if (total.kind === 'withheld' || unranked !== undefined) apart.push({ unit, rank: null, total })
    else {
      ranked.push(result)
      totals.push(total[basis])
    }
  }
  const { order, ranks } = rankTotals(totals, ties)
  const listed = Array.from(order).flatMap((index, place) => {
    const result = ranked[index]
    return result ? [{ unit: result.unit, rank: ranks[place] ?? null, total: result.total }] : []
  })
  return [...listed, ...apart]
}

/** Units with the same total on both sides of a line, of which somebody must decide. */
export function tieAtLine(ranked: readonly Ranked[], pack: Pack, line: number): readonly string[] {
  const { basis } = pack.scoring.ranking
  const keyAt = (place: number) => {
    const total = ranked[place]?.total
    return total?.kind === 'total' ? total[basis] : undefined
  }
  const key = keyAt(line - 1)
  if (key === undefined || key !== keyAt(line)) return []
  return ranked.flatMap(({ unit }, place) => (keyAt(place) === key ? [unit] : []))
}
