import { conditionTest, type Condition } from '../condition.ts'
import { parseExact, type Exact } from '../exact.ts'
import type { Item, UnitFacts } from '../facts.ts'
import { undecided, type MissingFact, type Undecided } from '../measures/points.ts'

/** A number in a ledger row, or the cell that could not be read. */
export function itemNumber(ledger: string, item: Item, index: number, field: string): Exact | Undecided {
  const text = Object.hasOwn(item, field) ? item[field] : null
  const value = typeof text === 'string' ? parseExact(text) : undefined
  return value ?? undecided({ kind: 'item', key: ledger, index, field })
}

/**
 * Whether an item meets every condition, or the fields that could not be read. One condition that fails rules the
 * item out, whatever else is unreadable in it.
 */
export function meetsAll(where: readonly Condition[]): (item: Item) => boolean | readonly string[] {
  const tests = where.map((condition) => ({ test: conditionTest(condition), field: condition.field }))
  return (item) => {
    const unread: string[] = []
    for (const { test, field } of tests) {
      const held = test(item)
      if (held === false) return false
      if (held === undefined) unread.push(field)
    }
    return unread.length === 0 || unread
  }
}

type Met = ReturnType<ReturnType<typeof meetsAll>>

/** By item, what it met; of those that are to be remembered. */
const judged = new WeakMap<Item, Map<object, Met>>()

/** From now on what is found out about these items while scoring is not found out again. Items are known by identity, and never change. */
export function rememberItems(items: readonly Item[]): void {
  for (const item of items) if (!judged.has(item)) judged.set(item, new Map())
}

function remembered(meets: (item: Item) => Met): (item: Item) => Met {
  return (item) => {
    const known = judged.get(item)
    const met = known?.get(meets) ?? meets(item)
    known?.set(meets, met)
    return met
  }
}

export const unreadCells = (ledger: string, index: number, fields: readonly string[]): readonly MissingFact[] =>
  fields.map((field) => ({ kind: 'item', key: ledger, index, field }))

type Chosen = readonly (readonly [index: number, item: Item])[]

/**
 * The items of a ledger that meet every condition, with their places. Of items equal in `once` only the first counts
 * (一个项目只考核一次). An item that cannot be judged leaves the choice undecided, as does a ledger that was not reported.
 */
export function chosenItems(
  ledger: string,
  where: readonly Condition[],
  once?: string,
): (facts: UnitFacts) => Chosen | Undecided {
  const meets = remembered(meetsAll(where))
  return ({ items }) => {
    const rows = Object.hasOwn(items, ledger) ? items[ledger] : undefined
    if (!rows) return undecided({ kind: 'item', key: ledger })
    const missing: MissingFact[] = []
    const chosen: (readonly [number, Item])[] = []
    const seen = new Set<string>()
    for (const [index, item] of rows.entries()) {
      const met = meets(item)
      if (met === false) continue
      if (met !== true) missing.push(...unreadCells(ledger, index, met))
      else if (once === undefined || isFirst(seen, item[once])) chosen.push([index, item])
    }
    return missing.length > 0 ? undecided(...missing) : chosen
  }
}

/** A row without the key is taken to be a thing of its own. */
function isFirst(seen: Set<string>, key: string | null | undefined): boolean {
  if (typeof key !== 'string' || key === '') return true
  const first = !seen.has(key)
  seen.add(key)
  return first
}
