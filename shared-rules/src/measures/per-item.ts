import { z } from 'zod'
import { conditionSchema, conditionTest } from '../condition.ts'
import { exact, numberText } from '../decimal-text.ts'
import { add, divide, greatest, isZero, least, multiply, ratio, subtract, zero, type Exact } from '../exact.ts'
import type { Item } from '../facts.ts'
import { factorSchema, product } from '../pack/factor.ts'
import { chosenItems, itemNumber } from '../pack/items.ts'
import { isUndecided, step, undecided, type MissingFact, type Step, type Undecided } from './points.ts'
import type { Runner, Tables } from './situation.ts'
import { sizeTier } from './size-tier.ts'
import { within, worthSchema } from './worth.ts'

const field = z.string().min(1).max(64)

/** What one item earns; the parts of an item add up. */
const partSchema = z.discriminatedUnion('kind', [
  /** So many points where every condition holds. */
  z.strictObject({ kind: z.literal('fixed'), where: z.array(conditionSchema), points: numberText }),
  /** By size, through a table of `sizeTiers`. `highest`: one item takes one tier only; `every`: each tier it reaches. */
  z.strictObject({ kind: z.literal('tier'), field, tiers: z.string(), takes: z.enum(['highest', 'every']) }),
  /** `points` × of ⁄ to, at most `cap` of them: 60 × 完成投资 ⁄ 年度计划. */
  z.strictObject({
    kind: z.literal('proportion'),
    of: field,
    to: field,
    points: numberText,
    cap: numberText.nullable(),
  }),
  /** `at` points for the value `from`, and `points` more for each `per` above it: 第一名 100，每后一名 −3. */
  z.strictObject({
    kind: z.literal('slope'),
    field,
    from: numberText,
    at: numberText,
    per: numberText,
    points: numberText,
  }),
])
type Part = Readonly<z.infer<typeof partSchema>>

export const perItemSchema = z.strictObject({
  kind: z.literal('per-item'),
  ledger: field,
  where: z.array(conditionSchema),
  each: z.array(partSchema).min(1).max(12),
  /** Each item's points times these fields: split shares between units. */
  times: z.array(factorSchema).max(3),
  combine: z.enum(['sum', 'mean', 'best']),
  cap: worthSchema.nullable(),
  floor: worthSchema.nullable(),
})
export type PerItem = Readonly<z.infer<typeof perItemSchema>>

/**
 * 逐项计分：each chosen item of a ledger earns the sum of its parts; the items are added up (or averaged, or the best
 * one taken) and held between floor and cap. No item at all earns 0. An unreadable field leaves the whole undecided.
 *
 * Two projects, of 12亿 (3 points) and of exactly 5亿 (2 points), at most 5: 5 points.
 */
export function perItem({ ledger, where, each, times, combine, cap, floor }: PerItem, tables: Tables): Runner {
  const choose = chosenItems(ledger, where)
  const parts = each.map((part) => partPoints(part, ledger, tables))
  const share = product(ledger, times)
  const bound = within(floor, cap)
  return ({ facts, weight }) => {
    const chosen = choose(facts)
    if ('status' in chosen) return chosen
    const missing: MissingFact[] = []
    const earned: Exact[] = []
    const working: Step[] = []
    for (const [index, item] of chosen) {
      const points = itemPoints(parts, share, item, index, facts.pool)
      if (isUndecided(points)) missing.push(...points.missing)
      else {
        earned.push(points)
        working.push({ ...step('item', points), item: index })
      }
    }
    if (missing.length > 0) return undecided(...missing)
    const combined = combiners[combine](earned)
    const points = bound(combined, weight)
    working.push(step('items', combined))
    if (points !== combined) working.push(step('bounded', points))
    return { status: 'scored', points, working }
  }
}

type PartPoints = (item: Item, index: number, pool: string | null) => Exact | Undecided

function itemPoints(
  parts: readonly PartPoints[],
  share: (item: Item, index: number) => Exact | Undecided,
  item: Item,
  index: number,
  pool: string | null,
): Exact | Undecided {
  let sum = zero
  for (const part of parts) {
    const points = part(item, index, pool)
    if (isUndecided(points)) return points
    sum = add(sum, points)
  }
  const times = share(item, index)
  return isUndecided(times) ? times : multiply(sum, times)
}

function partPoints(part: Part, ledger: string, { sizeTiers }: Tables): PartPoints {
  const number = (item: Item, index: number, name: string) => itemNumber(ledger, item, index, name)
  switch (part.kind) {
    case 'fixed': {
      const points = exact(part.points)
      const tests = part.where.map((condition) => ({ test: conditionTest(condition), name: condition.field }))
      return (item, index) => {
        const results = tests.map(({ test, name }) => ({ held: test(item), name }))
        if (results.some(({ held }) => held === false)) return zero
        const unread = results.filter(({ held }) => held === undefined)
        if (unread.length === 0) return points
        return undecided(...unread.map(({ name }) => ({ kind: 'item' as const, key: ledger, index, field: name })))
      }
    }
    case 'tier': {
      const table = sizeTiers.find(({ id }) => id === part.tiers)
      if (!table) throw new TypeError(`no size tiers: ${part.tiers}`)
      const earn = sizeTier(table, part.takes)
      return (item, index, pool) => {
        const size = number(item, index, part.field)
        return isUndecided(size) ? size : earn(size, pool)
      }
    }
    case 'proportion': {
      const points = exact(part.points)
      const cap = part.cap === null ? null : exact(part.cap)
      return (item, index) => {
        const of = number(item, index, part.of)
        if (isUndecided(of)) return of
        const to = number(item, index, part.to)
        if (isUndecided(to)) return to
        if (isZero(to)) return undecided({ kind: 'item', key: ledger, index, field: part.to })
        const earned = multiply(points, divide(of, to))
        return cap ? least(earned, cap) : earned
      }
    }
    case 'slope': {
      const [from, at, per, points] = [exact(part.from), exact(part.at), exact(part.per), exact(part.points)]
      return (item, index) => {
        const value = number(item, index, part.field)
        return isUndecided(value) ? value : add(at, multiply(divide(subtract(value, from), per), points))
      }
    }
  }
}

const sum = (values: readonly Exact[]): Exact => values.reduce(add, zero)

const combiners: Readonly<Record<PerItem['combine'], (values: readonly Exact[]) => Exact>> = {
  sum,
  mean: (values) => (values.length === 0 ? zero : divide(sum(values), ratio(BigInt(values.length)))),
  best: (values) => values.reduce(greatest, zero),
}
