import { z } from 'zod'
import { conditionSchema } from '../../condition.ts'
import { add, divide, greatest, multiply, ratio, zero, type Exact } from '../../exact.ts'
import { factorSchema, product } from '../../figures/factor.ts'
import { chosenItems } from '../../figures/items.ts'
import { isExact, scored, step, undecided, type MissingFact, type Step } from '../points.ts'
import type { OwnRunner, Tables } from '../situation.ts'
import { within, worthSchema } from '../worth.ts'
import { itemPart, itemPartSchema, type ItemPoints } from './item-part.ts'

const field = z.string().min(1).max(64)

export const perItemSchema = z.strictObject({
  kind: z.literal('per-item'),
  ledger: field,
  where: z.array(conditionSchema).max(20),
  /** Of items equal in this field, only the first counts. */
  once: field.optional(),
  each: z.array(itemPartSchema).min(1).max(12),
  /** Each item's points times these fields: split shares between units, 主办 70 % and 协办 30 %. */
  times: z.array(factorSchema).max(3),
  combine: z.enum(['sum', 'mean', 'best']),
  cap: worthSchema.nullable(),
  floor: worthSchema.nullable(),
})
export type PerItem = Readonly<z.infer<typeof perItemSchema>>

/**
 * 逐项计分 (F7, F8, F11 for ballots, F19)：each chosen item of a ledger earns the sum of its parts; the items are added up (or averaged,
 * or the best one taken) and held between floor and cap. No item at all earns 0. An unreadable field leaves the whole
 * undecided and names the cell.
 *
 * Two projects, of 12亿 (3 分) and of exactly 5亿 (2 分), at most 5: 5 分.
 */
export function perItem({ ledger, where, once, each, times, combine, cap, floor }: PerItem, tables: Tables): OwnRunner {
  const choose = chosenItems(ledger, where, once)
  const parts = each.map((part) => itemPart(part, ledger, tables))
  const share = product(ledger, times)
  const points: ItemPoints = (item, index, pool) => {
    let sum = zero
    for (const part of parts) {
      const earned = part(item, index, pool)
      if (!isExact(earned)) return earned
      sum = add(sum, earned)
    }
    const factor = share(item, index)
    return isExact(factor) ? multiply(sum, factor) : factor
  }
  const bound = within(floor, cap)
  return ({ facts, weight }) => {
    const chosen = choose(facts)
    if ('status' in chosen) return chosen
    const missing: MissingFact[] = []
    const earned: Exact[] = []
    const working: Step[] = []
    for (const [index, item] of chosen) {
      const value = points(item, index, facts.pool)
      if (!isExact(value)) missing.push(...value.missing)
      else {
        earned.push(value)
        working.push({ ...step('item', value), item: index })
      }
    }
    if (missing.length > 0) return undecided(...missing)
    const combined = combiners[combine](earned)
    const bounded = bound(combined, weight)
    working.push(step('items', combined))
    if (bounded !== combined) working.push(step('bounded', bounded))
    return scored(bounded, ...working)
  }
}

const sum = (values: readonly Exact[]): Exact => values.reduce(add, zero)

const combiners: Readonly<Record<PerItem['combine'], (values: readonly Exact[]) => Exact>> = {
  sum,
  mean: (values) => (values.length === 0 ? zero : divide(sum(values), ratio(values.length))),
  best: (values) => values.reduce(greatest, values[0] ?? zero),
}
