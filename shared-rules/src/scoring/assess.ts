import { selectAwards, type AwardList } from '../awards/select-award.ts'
import type { Facts } from '../facts.ts'
import type { Pack } from '../pack/pack.ts'
import { evaluatePool } from './evaluate-pool.ts'
import { packHash } from './fingerprints.ts'
import { rankPool, tieAtLine } from './rank-pool.ts'
import type { UnitResult } from './result.ts'

/** A tie on both sides of the last place of an award that goes by the total. */
export interface Warning {
  readonly kind: 'tie-at-award-line'
  readonly award: string
  readonly line: number
  readonly units: readonly string[]
}

export interface AssessedUnit extends UnitResult {
  readonly name: string
  readonly pool: string | null
  readonly rank: number | null
}

/** Everything a pack says of a set of facts, as plain JSON: the answer of `rules -- score`. */
export interface Assessment {
  readonly pack: {
    readonly id: string
    readonly version: string
    readonly hash: string
    readonly official: boolean
    readonly notice: string
  }
  readonly asOf: string
  /** In the order of the facts. */
  readonly units: readonly AssessedUnit[]
  readonly rankings: readonly { readonly pool: string; readonly units: readonly string[] }[]
  readonly awards: readonly AwardList[]
  readonly warnings: readonly Warning[]
}

/** Scores, ranks and awards. `decided` holds how many win where somebody decided between the least and the most. */
export function assess(pack: Pack, { asOf, units }: Facts, decided: Readonly<Record<string, number>> = {}): Assessment {
  const results = evaluatePool(pack, units)
  const rankings = pack.pools.map(({ id }) => {
    const own = results.filter((_, index) => units[index]?.pool === id)
    return { pool: id, ranked: rankPool(pack, id, own) }
  })
  const ranks = new Map(rankings.flatMap(({ ranked }) => ranked.map(({ unit, rank }) => [unit, rank])))
  const { id, version, official, notice } = pack
  return {
    pack: { id, version, hash: packHash(pack), official, notice },
    asOf,
    units: results.map((result, index) => ({
      ...result,
      name: units[index]?.name ?? '',
      pool: units[index]?.pool ?? null,
      rank: ranks.get(result.unit) ?? null,
    })),
    rankings: rankings.map(({ pool, ranked }) => ({ pool, units: ranked.map(({ unit }) => unit) })),
    awards: selectAwards(pack, units, results, decided),
    warnings: pack.awards.flatMap(({ id: award, lane, pools, count }) =>
      rankings.flatMap(({ pool, ranked }): Warning[] => {
        const tied = lane === 'comprehensive' && pools.includes(pool) ? tieAtLine(ranked, pack, count.least) : []
        return tied.length === 0 ? [] : [{ kind: 'tie-at-award-line', award, line: count.least, units: tied }]
      }),
    ),
  }
}
