import type { UnitFacts, UnitResult } from '@kaohe/shared-rules'

/** The ledger with only its readable rows, and where each row of the sheet is among them. */
export interface ReadableRows {
  readonly facts: UnitFacts
  /** By row of the sheet; null for a row that cannot be read yet. */
  readonly places: readonly (number | null)[]
}

/** One unreadable row withholds the score of all. What the others count for is told without it. */
export function readableRows(facts: UnitFacts, result: UnitResult, ledger: string): ReadableRows {
  const rows = facts.items[ledger] ?? []
  const unreadable = new Set(
    result.indicators.flatMap(({ missing }) =>
      missing.flatMap(({ kind, key, index }) =>
        kind === 'item' && key === ledger && index !== undefined ? [index] : [],
      ),
    ),
  )
  let next = 0
  const places = rows.map((_, index) => (unreadable.has(index) ? null : next++))
  const readable = rows.filter((_, index) => !unreadable.has(index))
  return { facts: { ...facts, items: { ...facts.items, [ledger]: readable } }, places }
}
