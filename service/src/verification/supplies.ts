import { isReportedIn, type Pack, type UnitFacts } from '@kaohe/shared-rules'
import type { Decision } from './decision.ts'
import { supplierOf } from './responsible.ts'

/** A figure that the bureau in charge of the data gave itself, whatever the unit reports. */
export interface Supply {
  readonly indicator: string
  readonly key: string
  readonly value: string
  readonly bureau: string
  readonly window: string
}

/** For each indicator the latest figure supplied for a window that ends by `until`. */
export function suppliedFigures(
  pack: Pack,
  unit: string,
  decisions: readonly Decision[],
  until: string,
): readonly Supply[] {
  return pack.indicators.flatMap((indicator): readonly Supply[] => {
    const { actual } = indicator
    const bureau = supplierOf(indicator, unit)
    const form = pack.forms.find((one) => isReportedIn(one, actual))
    if (bureau === null || actual.kind !== 'reported' || !form) return []
    const column = form.matrix.columns.find(({ figure }) => figure === actual.key)?.id
    const given = decisions
      .filter((one) => one.verdict === 'supply' && one.unit === unit && one.bureau === bureau)
      .filter((one) => one.form === form.id && one.item === column && one.windowEnd <= until)
      .toSorted((a, b) => (a.windowEnd === b.windowEnd ? a.seq - b.seq : a.windowEnd < b.windowEnd ? -1 : 1))
      .at(-1)
    if (!given?.adjustment || !('value' in given.adjustment)) return []
    return [{ indicator: indicator.id, key: actual.key, value: given.adjustment.value, bureau, window: given.window }]
  })
}

export function withSupplies(facts: UnitFacts, supplies: readonly Supply[]): UnitFacts {
  const actuals = Object.fromEntries(supplies.map(({ key, value }) => [key, value]))
  return { ...facts, actuals: { ...facts.actuals, ...actuals } }
}
