import { exact } from '../../decimal-text.ts'
import { add, compare, divide, multiply, subtract, wholePart, zero, type Exact } from '../../exact.ts'
import type { SizeTiers } from '../../pack/size-tiers.ts'
import { reaches } from '../bound.ts'

type TierPoints = SizeTiers['tiers'][number]['points']

/**
 * 规模分档 (F8)：what a size earns, by pool where the table says so.
 *
 * 1亿 → 1, 5亿 → 2, 10亿 → 3, 20亿 → 5, each bound taken in: a project of exactly 50000 万元 earns 2.
 */
export function sizeTier(
  { tiers, beyond }: SizeTiers,
  takes: 'highest' | 'every',
): (size: Exact, pool: string | null) => Exact {
  const rising = tiers.map((tier) => ({ reached: reaches(tier), points: byPool(tier.points) }))
  const past = beyond && steps(beyond)
  return (size, pool) => {
    let earned = zero
    for (const { reached, points } of rising) {
      if (!reached(size)) break
      earned = takes === 'every' ? add(earned, points(pool)) : points(pool)
    }
    return past ? add(earned, past(size, pool)) : earned
  }
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
