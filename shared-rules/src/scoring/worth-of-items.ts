import { exactText, subtract } from '../exact.ts'
import { exact } from '../decimal-text.ts'
import type { UnitFacts } from '../facts.ts'
import { judgedOnce } from '../figures/items.ts'
import type { Pack } from '../pack/pack.ts'
import { evaluateUnit } from './evaluate-unit.ts'
import type { IndicatorResult } from './result.ts'

export interface ItemWorth {
  readonly indicator: string
  /** How many shown points more there are with the item than without; null where one of the two cannot be told. */
  readonly shownDifference: string | null
}

/** The unit scored in other ways than with the whole ledger, for whoever looks at many rows of it. */
export interface LedgerWorth {
  /** What one row adds, indicator by indicator: the unit with and without it. A row that changes nothing gives an empty list. */
  readonly ofItem: (index: number) => readonly ItemWorth[]
  /** The indicators of the unit, had the ledger this row alone. */
  readonly alone: (index: number) => readonly IndicatorResult[]
}

/** What the rows of a ledger are worth. Conditions are tried on each row once, however many rows are asked for. */
export function ledgerWorth(pack: Pack, facts: UnitFacts, ledger: string): LedgerWorth {
  const items = facts.items[ledger] ?? []
  const judged = judgedOnce(facts)
  let whole: readonly IndicatorResult[] | undefined
  const withOnly = (kept: UnitFacts['items'][string]) =>
    evaluateUnit(pack, { ...judged, items: { ...judged.items, [ledger]: kept } }).indicators
  return {
    alone: (index) => withOnly(items.slice(index, index + 1)),
    ofItem(index) {
      const before = withOnly(items.filter((_, at) => at !== index))
      whole ??= evaluateUnit(pack, judged).indicators
      return whole.flatMap(({ indicator, status, shown }, at): ItemWorth[] => {
        const other = before[at]
        if (!other || (status === other.status && shown === other.shown)) return []
        if (shown === null || other.shown === null) return [{ indicator, shownDifference: null }]
        return [{ indicator, shownDifference: exactText(subtract(exact(shown), exact(other.shown))) }]
      })
    },
  }
}
