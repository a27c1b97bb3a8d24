import { conditionTest, type Condition } from '../condition.ts'
import { parseExact, type Exact } from '../exact.ts'
import type { Item, UnitFacts } from '../facts.ts'
import { undecided, type MissingFact, type Undecided } from '../measures/points.ts'

/** A number in a ledger row, or the cell that could not be read. */
export function itemNumber(ledger: string, item: Item, index: number, field: string): Exact | Undecided {
  const text = item[field]
  const value = typeof text === 'string' ? parseExact(text) : undefined
  return value ?? undecided({ kind: 'item', key: ledger, index, field })
}

type Chosen = readonly (readonly [index: number, item: Item])[]

/**
 * The items of a ledger that meet every condition.
 *
 * An item with an unreadable field leaves the choice undecided and names the cell, unless another condition has ruled
 * the item out already. A ledger that was not reported is unknown as a whole.
 */
export function chosenItems(ledger: string, where: readonly Condition[]): (facts: UnitFacts) => Chosen | Undecided {
  const tests = where.map((condition) => ({ test: conditionTest(condition), field: condition.field }))
  return ({ items }) => {
    const rows = Object.hasOwn(items, ledger) ? items[ledger] : undefined
    if (!rows) return undecided({ kind: 'item', key: ledger })
    const missing: MissingFact[] = []
    const chosen: (readonly [number, Item])[] = []
    for (const [index, item] of rows.entries()) {
      const results = tests.map(({ test, field }) => ({ field, held: test(item) }))
      if (results.some(({ held }) => held === false)) continue
      const unread = results.filter(({ held }) => held === undefined)
      if (unread.length === 0) chosen.push([index, item])
      for (const { field } of unread) missing.push({ kind: 'item', key: ledger, index, field })
    }
    return missing.length > 0 ? undecided(...missing) : chosen
  }
}
