import { z } from 'zod'
import { conditionSchema } from '../../condition.ts'
import { exact, numberText } from '../../decimal-text.ts'
import { add, divide, isPositive, least, multiply, subtract, zero, type Exact } from '../../exact.ts'
import type { Item } from '../../facts.ts'
import { itemNumber, meetsAll, unreadCells } from '../../figures/items.ts'
import { isExact, undecided, type Undecided } from '../points.ts'
import type { Tables } from '../situation.ts'
import { sizeTier } from './size-tier.ts'

const field = z.string().min(1).max(64)

/** What one item earns; the parts of an item add up. */
export const itemPartSchema = z.discriminatedUnion('kind', [
  /** So many points where every condition holds. */
  z.strictObject({ kind: z.literal('fixed'), where: z.array(conditionSchema).max(20), points: numberText }),
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
type ItemPart = Readonly<z.infer<typeof itemPartSchema>>
type Of<K extends ItemPart['kind']> = Extract<ItemPart, { kind: K }>

/** The points of one item, or the cells that could not be read. */
export type ItemPoints = (item: Item, index: number, pool: string | null) => Exact | Undecided

export function itemPart(part: ItemPart, ledger: string, tables: Tables): ItemPoints {
  switch (part.kind) {
    case 'fixed':
      return fixedPart(part, ledger)
    case 'tier':
      return tierPart(part, ledger, tables)
    case 'proportion':
      return proportionPart(part, ledger)
    case 'slope':
      return slopePart(part, ledger)
  }
}

function fixedPart({ where, points }: Of<'fixed'>, ledger: string): ItemPoints {
  const worth = exact(points)
  const meets = meetsAll(where)
  return (item, index) => {
    const met = meets(item)
    if (typeof met === 'boolean') return met ? worth : zero
    return undecided(...unreadCells(ledger, index, met))
  }
}

function tierPart({ tiers, field: name, takes }: Of<'tier'>, ledger: string, { sizeTiers }: Tables): ItemPoints {
  const table = sizeTiers.find(({ id }) => id === tiers)
  if (!table) throw new TypeError(`no size tiers: ${tiers}`)
  const earn = sizeTier(table, takes)
  return (item, index, pool) => {
    const size = itemNumber(ledger, item, index, name)
    return isExact(size) ? earn(size, pool) : size
  }
}

function proportionPart({ of, to, points, cap }: Of<'proportion'>, ledger: string): ItemPoints {
  const full = exact(points)
  const most = cap === null ? null : exact(cap)
  return (item, index) => {
    const done = itemNumber(ledger, item, index, of)
    if (!isExact(done)) return done
    const planned = itemNumber(ledger, item, index, to)
    if (!isExact(planned)) return planned
    if (!isPositive(planned)) return undecided(...unreadCells(ledger, index, [to]))
    const earned = multiply(full, divide(done, planned))
    return most ? least(earned, most) : earned
  }
}

function slopePart({ field: name, from, at, per, points }: Of<'slope'>, ledger: string): ItemPoints {
  const [start, first, width, each] = [exact(from), exact(at), exact(per), exact(points)]
  return (item, index) => {
    const value = itemNumber(ledger, item, index, name)
    return isExact(value) ? add(first, multiply(divide(subtract(value, start), width), each)) : value
  }
}
