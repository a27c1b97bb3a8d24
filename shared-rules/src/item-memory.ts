import type { Item } from './facts.ts'
import { rememberItems } from './figures/items.ts'
import type { Ledger } from './forms/form.ts'
import type { Cells } from './forms/record.ts'

/** What rows of a record were as facts, for whoever scores one record again after each change: a row that comes again is the same item, of which is known what it met. */
export type ItemMemory = (ledger: Ledger, cells: Cells, make: () => Item) => Item

export function itemMemory(): ItemMemory {
  const byLedger = new WeakMap<Ledger, WeakMap<Cells, Item>>()
  return (ledger, cells, make) => {
    const items = byLedger.get(ledger) ?? new WeakMap<Cells, Item>()
    byLedger.set(ledger, items)
    const item = items.get(cells) ?? make()
    items.set(cells, item)
    rememberItems([item])
    return item
  }
}
