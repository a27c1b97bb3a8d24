import type { Pack, UnitFacts } from '@kaohe/shared-rules'
import type { Decision } from './decision.ts'
import { supplierOf } from './responsible.ts'
import { suppliedKeys } from './supplied-keys.ts'

/** A figure that the bureau in charge of the data gave itself, whatever the unit reports. */
export interface Supply {
  readonly indicator: string
  readonly key: string
  readonly value: string
  readonly bureau: string
  readonly window: string
}

/** For each figure a bureau may supply, the latest given for a window that ends by `until`. */
export function suppliedFigures(
  pack: Pack,
  unit: string,
  decisions: readonly Decision[],
  until: string,
): readonly Supply[] {
  return pack.indicators.flatMap((indicator) => {
    const bureau = supplierOf(indicator, unit)
    if (bureau === null) return []
    const own = decisions.filter((one) => one.verdict === 'supply' && one.unit === unit && one.bureau === bureau)
    return suppliedKeys(pack, indicator).flatMap(({ key, form, item }): readonly Supply[] => {
      const given = own
        .filter((one) => one.form === form && one.item === item && one.windowEnd <= until)
        .toSorted((a, b) => (a.windowEnd === b.windowEnd ? a.seq - b.seq : a.windowEnd < b.windowEnd ? -1 : 1))
        .at(-1)
      if (!given?.adjustment || !('value' in given.adjustment)) return []
      return [{ indicator: indicator.id, key, value: given.adjustment.value, bureau, window: given.window }]
    })
  })
}

export function withSupplies(facts: UnitFacts, supplies: readonly Supply[]): UnitFacts {
  const actuals = Object.fromEntries(supplies.map(({ key, value }) => [key, value]))
  return { ...facts, actuals: { ...facts.actuals, ...actuals } }
}
