import { evaluateUnit, sourcesOf, worthOfItem, type Pack } from '@kaohe/shared-rules'
import type { ReadableRows } from './readable-rows.ts'

/** What one ledger row counts for: the points it adds, or nothing more where the indicator is full without it. */
export interface RowWorth {
  readonly title: string
  /** Signed decimal text; null where the row is counted and changes no points. */
  readonly difference: string | null
}

/** Null for a row that cannot be read yet; empty for one that counts for nothing. */
export function rowWorth(
  pack: Pack,
  { facts, places }: ReadableRows,
  ledger: string,
  row: number,
): readonly RowWorth[] | null {
  const place = places[row] ?? null
  if (place === null) return null
  const items = facts.items[ledger] ?? []
  const alone = evaluateUnit(pack, { ...facts, items: { ...facts.items, [ledger]: items.slice(place, place + 1) } })
  const counted = new Set(
    alone.indicators
      .filter(({ status, actual }) => status === 'scored' && actual !== null && actual !== '0')
      .map((one) => one.indicator),
  )
  const differences = new Map(
    worthOfItem(pack, facts, ledger, place).map(({ indicator, shownDifference }) => [indicator, shownDifference]),
  )
  return pack.indicators
    .filter(({ id, actual }) => sourcesOf(actual).ledgers.includes(ledger) && (counted.has(id) || differences.has(id)))
    .map(({ id, title }) => ({ title, difference: signed(differences.get(id) ?? null) }))
}

function signed(difference: string | null): string | null {
  return difference === null || difference.startsWith('-') ? difference : `+${difference}`
}
