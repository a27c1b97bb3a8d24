import { exact } from '../decimal-text.ts'
import { add, compare, multiply, subtract, divide, wholePart, zero, type Exact } from '../exact.ts'
import type { SizeTiers } from '../pack/size-tiers.ts'

type TierPoints = SizeTiers['tiers'][number]['points']

/**
 * 规模分档：what a size earns, by pool where the table says so.
 *
 * 1亿 → 1, 5亿 → 2, 10亿 → 3, 20亿 → 5, each bound taken in: a project of exactly 50000万元 earns 2.
 */
export function sizeTier(
  { tiers, beyond }: SizeTiers,
  takes: 'highest' | 'every',
): (size: Exact, pool: string | null) => Exact {
  const bounds = tiers.map(({ from, inclusive, points }) => ({
    reached: reaches(exact(from), inclusive),
    points: byPool(points),
  }))
  const past = beyond && steps(beyond)
  return (size, pool) => {
    let earned = zero
    for (const { reached, points } of bounds) {
      if (!reached(size)) break
      earned = takes === 'every' ? add(earned, points(pool)) : points(pool)
    }
    return past ? add(earned, past(size, pool)) : earned
  }
}

function reaches(bound: Exact, inclusive: boolean): (size: Exact) => boolean {
  return inclusive ? (size) => compare(size, bound) >= 0 : (size) => compare(size, bound) > 0
}

/** Points that differ by pool; a pool without an entry earns nothing. */
function byPool(points: TierPoints): (pool: string | null) => Exact {
  if (typeof points === 'string') {
    const all = exact(points)
    return () => all
  }
  const each = new Map(Object.entries(points).map(([pool, text]) => [pool, exact(text)]))
  return (pool) => each.get(pool ?? '') ?? zero
}

function steps({ from, per, points, partSteps }: NonNullable<SizeTiers['beyond']>) {
  const [start, width, each] = [exact(from), exact(per), byPool(points)]
  return (size: Exact, pool: string | null): Exact => {
    if (compare(size, start) <= 0) return zero
    const passed = divide(subtract(size, start), width)
    return multiply(partSteps === 'pro-rata' ? passed : wholePart(passed, partSteps), each(pool))
  }
}
