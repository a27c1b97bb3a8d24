import { exact } from '../decimal-text.ts'
import { exactText, isZero, subtract } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { rememberItems } from '../figures/items.ts'
import type { Pack } from '../pack/pack.ts'
import { compiled } from './compiled.ts'
import { showPoints } from './conclude.ts'
import { itemKind } from './item-kind.ts'
import { measureUnit } from './measure-unit.ts'

export interface ItemWorth {
  readonly indicator: string
  /** How many shown points more there are with the item than without; null where one of the two cannot be told. */
  readonly shownDifference: string | null
}

/** The unit scored in other ways than with the whole ledger, for whoever looks at many rows of it. */
export interface LedgerWorth {
  /** What one row adds, indicator by indicator: the unit with and without it. A row that changes nothing gives an empty list. */
  readonly ofItem: (index: number) => readonly ItemWorth[]
  /** The indicators that one row is counted in: their figure is not zero though the ledger had this row alone. */
  readonly countedIn: (index: number) => readonly string[]
}

/** What the rows of a ledger are worth. Conditions are tried on each row once, and of rows of one kind one is scored, however many are asked for. */
export function ledgerWorth(pack: Pack, facts: UnitFacts, ledger: string): LedgerWorth {
  const items = facts.items[ledger] ?? []
  rememberItems(items)
  const ready = compiled(pack)
  const measuredWith = (rows: typeof items) =>
    measureUnit(ready, { ...facts, items: { ...facts.items, [ledger]: rows } })
  const shownWith = (rows: typeof items) => {
    const measured = measuredWith(rows)
    const { shown } = showPoints(ready, facts, measured)
    return measured.map(({ indicator, status }, at) => ({ indicator, status, shown: shown[at] ?? null }))
  }
  let whole: ReturnType<typeof shownWith> | undefined

  const kindOf = itemKind(pack, ledger)
  const kindAt = answeredOnce(
    (index) => index,
    (index) => kindOf(items[index] ?? {}, index),
  )
  return {
    ofItem: answeredOnce(kindAt, (index) => {
      const before = shownWith(items.filter((_, at) => at !== index))
      whole ??= shownWith(items)
      return whole.flatMap(({ indicator, status, shown }, at): ItemWorth[] => {
        const other = before[at]
        if (!other || (status === other.status && shown === other.shown)) return []
        if (shown === null || other.shown === null) return [{ indicator, shownDifference: null }]
        return [{ indicator, shownDifference: exactText(subtract(exact(shown), exact(other.shown))) }]
      })
    }),
    countedIn: answeredOnce(kindAt, (index) =>
      measuredWith(items.slice(index, index + 1)).flatMap(({ indicator, status, actual }) =>
        status === 'scored' && actual && !isZero(actual) ? [indicator] : [],
      ),
    ),
  }
}

/** Asks once for each key that the rows have. */
function answeredOnce<Key, Answer>(
  keyOf: (index: number) => Key,
  ask: (index: number) => Answer,
): (index: number) => Answer {
  const known = new Map<Key, Answer>()
  return (index) => {
    const key = keyOf(index)
    const answer = known.get(key) ?? ask(index)
    known.set(key, answer)
    return answer
  }
}
