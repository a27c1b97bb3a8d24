import { exactText, subtract } from '../exact.ts'
import { exact } from '../decimal-text.ts'
import type { UnitFacts } from '../facts.ts'
import type { Pack } from '../pack/pack.ts'
import { evaluateUnit } from './evaluate-unit.ts'

export interface ItemWorth {
  readonly indicator: string
  /** How many shown points more there are with the item than without; null where one of the two cannot be told. */
  readonly shownDifference: string | null
}

/** What one ledger row adds, indicator by indicator, found by scoring the unit with and without it. Rows that change nothing give an empty list. */
export function worthOfItem(pack: Pack, facts: UnitFacts, ledger: string, index: number): readonly ItemWorth[] {
  const items = facts.items[ledger] ?? []
  const without = { ...facts, items: { ...facts.items, [ledger]: items.filter((_, at) => at !== index) } }
  const before = evaluateUnit(pack, without).indicators
  return evaluateUnit(pack, facts).indicators.flatMap(({ indicator, status, shown }, at): ItemWorth[] => {
    const other = before[at]
    if (!other || (status === other.status && shown === other.shown)) return []
    if (shown === null || other.shown === null) return [{ indicator, shownDifference: null }]
    return [{ indicator, shownDifference: exactText(subtract(exact(shown), exact(other.shown))) }]
  })
}
