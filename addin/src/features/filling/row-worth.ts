import { ledgerWorth, sourcesOf, type Pack } from '@kaohe/shared-rules'
import type { TranslateOf } from '../../i18n/translate.ts'
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
    const counted = worth.countedIn(place)
    const differences = new Map(worth.ofItem(place).map((one) => [one.indicator, one.shownDifference]))
    return concerned
      .filter(({ id }) => counted.includes(id) || differences.has(id))
      .map(({ id, title }) => ({ title, difference: signed(differences.get(id) ?? null) }))
  }
}

function signed(difference: string | null): string | null {
  return difference === null || difference.startsWith('-') ? difference : `+${difference}`
}

/** What a row of a ledger counts for, in words. */
export function worthText(worth: readonly RowWorth[] | null, t: TranslateOf<'filling'>): string {
  if (worth === null) return t('ledger.waiting')
  if (worth.length === 0) return t('ledger.nothing')
  const full = worth.filter(({ difference }) => difference === null).map(({ title }) => title)
  return [
    ...worth.flatMap(({ title, difference }) =>
      difference === null ? [] : [t('ledger.worth', { indicator: title, difference })],
    ),
    ...(full.length > 0 ? [t('ledger.counted', { indicators: full.join(t('list.comma')) })] : []),
  ].join(' · ')
}
