import { add, compare, divide, isNegative, parseExact, ratio, rounded, type Exact } from '@kaohe/shared-rules'
import type { Panel } from './store.ts'

/** What is wrong with the points of one judge for one candidate, or null: every criterion between nothing and its most. */
export function pointsFault({ criteria }: Panel['rubric'], points: Readonly<Record<string, string>>): string | null {
  const stranger = Object.keys(points).find((id) => !criteria.some((one) => one.id === id))
  if (stranger !== undefined) return `细则中没有“${stranger}”这一项`
  for (const { id, title, most } of criteria) {
    const given = parseExact(points[id] ?? '')
    const bound = parseExact(most)
    if (!given || isNegative(given) || (bound && compare(given, bound) > 0)) return `${title}须为 0 至 ${most} 的数字`
  }
  return null
}

/** The sum of what one judge gave. */
export function sumOf(points: Readonly<Record<string, string>>): Exact {
  let sum = ratio(0)
  for (const text of Object.values(points)) {
    const value = parseExact(text)
    if (value) sum = add(sum, value)
  }
  return sum
}

/** One score from the sums of all judges, as the rubric says, rounded once; null from fewer judges than it asks for. */
export function scoreOf({ combine, judges, places }: Panel['rubric'], sums: readonly Exact[]): string | null {
  if (sums.length < judges) return null
  const ordered = sums.toSorted(compare)
  const counted = combine === 'drop-extremes' && ordered.length > 2 ? ordered.slice(1, -1) : ordered
  const total = counted.reduce((sum, each) => add(sum, each), ratio(0))
  return rounded(divide(total, ratio(counted.length)), { places, halves: 'up' })
}
