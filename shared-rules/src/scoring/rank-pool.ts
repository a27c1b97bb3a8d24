import { exact } from '../decimal-text.ts'
import { compare, type Exact } from '../exact.ts'
import type { Pack } from '../pack/pack.ts'
import type { Total, UnitResult } from './result.ts'

export interface Ranked {
  readonly unit: string
  /** Null for a unit without a total. */
  readonly rank: number | null
  readonly total: Total
}

/**
 * Ranks the units of one pool, best first, on shown or exact totals and with ties as the pack says. Results are those of the pool's
 * units; what has no total comes last, unranked, in the order given.
 */
export function rankPool(pack: Pack, poolId: string, results: readonly UnitResult[]): readonly Ranked[] {
  if (!pack.pools.some(({ id }) => id === poolId)) throw new RangeError(`no such pool: ${poolId}`)
  const { basis, ties } = pack.scoring.ranking
  const scored = results.flatMap(({ unit, total }) =>
    total.kind === 'total' ? [{ unit, total, key: exact(total[basis]) }] : [],
  )
  const sorted = scored.toSorted((a, b) => compare(b.key, a.key))
  const ranks = ranksOf(
    sorted.map(({ key }) => key),
    ties,
  )
  return [
    ...sorted.map(({ unit, total }, index) => ({ unit, total, rank: ranks[index] ?? null })),
    ...results.filter(({ total }) => total.kind === 'withheld').map(({ unit, total }) => ({ unit, total, rank: null })),
  ]
}

type Ties = Pack['scoring']['ranking']['ties']

/** Ranks for totals in falling order. */
function ranksOf(keys: readonly Exact[], ties: Ties): readonly number[] {
  const ranks: number[] = []
  let distinct = 0
  for (let start = 0; start < keys.length;) {
    const key = keys[start]
    let end = start + 1
    for (let next = keys[end]; key && next && compare(key, next) === 0; next = keys[end]) end += 1
    distinct += 1
    for (let index = start; index < end; index += 1) ranks.push(rankAt(ties, { start, end, index, distinct }))
    start = end
  }
  return ranks
}

function rankAt(ties: Ties, place: { start: number; end: number; index: number; distinct: number }): number {
  switch (ties) {
    case 'competition':
      return place.start + 1
    case 'dense':
      return place.distinct
    case 'ordered':
      return place.index + 1
    case 'shared':
      return place.end
  }
}
