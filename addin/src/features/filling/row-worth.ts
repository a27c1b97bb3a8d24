import { ledgerWorth, sourcesOf, type Pack } from '@kaohe/shared-rules'
import type { ReadableRows } from './readable-rows.ts'

/** What one ledger row counts for: the points it adds, or nothing more where the indicator is full without it. */
export interface RowWorth {
  readonly title: string
  /** Signed decimal text; null where the row is counted and changes no points. */
  readonly difference: string | null
}

/** Says of a row of the sheet what it counts for: null for one that cannot be read yet, empty for one that counts for nothing. */
export type RowWorths = (row: number) => readonly RowWorth[] | null

export function rowWorths(pack: Pack, { facts, places }: ReadableRows, ledger: string): RowWorths {
  const concerned = pack.indicators.filter(({ actual }) => sourcesOf(actual).ledgers.includes(ledger))
  const worth = ledgerWorth(pack, facts, ledger)
  return (row) => {
    const place = places[row] ?? null
    if (place === null) return null
    const counted = new Set(
      worth
        .alone(place)
        .filter(({ status, actual }) => status === 'scored' && actual !== null && actual !== '0')
        .map((one) => one.indicator),
    )
    const differences = new Map(worth.ofItem(place).map((one) => [one.indicator, one.shownDifference]))
    return concerned
      .filter(({ id }) => counted.has(id) || differences.has(id))
      .map(({ id, title }) => ({ title, difference: signed(differences.get(id) ?? null) }))
  }
}

function signed(difference: string | null): string | null {
  return difference === null || difference.startsWith('-') ? difference : `+${difference}`
}
