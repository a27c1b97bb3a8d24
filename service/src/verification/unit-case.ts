import {
  evaluateUnit,
  factsOfRecords,
  sourcesOf,
  rowsNotIn,
  type Cells,
  type FormRecord,
  type Indicator,
  type Pack,
  type Targets,
  type Unit,
  type UnitFacts,
} from '@kaohe/shared-rules'
import { recordBy, type DecidedReport } from './decided-report.ts'
import type { Decision } from './decision.ts'
import type { Item } from './items.ts'
import { bureausOf, indicatorsReading } from './responsible.ts'

/** A unit with the reports that count and what has been decided about them. */
export interface UnitCase {
  readonly pack: Pack
  readonly unit: Unit
  readonly targets: Targets
  /** One for each form that was reported. */
  readonly reports: readonly DecidedReport[]
  /** By ledger: rows that were let go and go on counting. */
  readonly archived: Readonly<Record<string, readonly Cells[]>>
}

/** Which decision on an item to go by; undefined leaves it as reported. */
export type Choice = (report: DecidedReport, item: Item) => Decision | undefined

export const asReported: Choice = () => undefined

/** The unit's facts if the chosen decisions were right. */
export function factsBy({ pack, unit, targets, reports, archived }: UnitCase, choose: Choice): UnitFacts {
  const records: Record<string, FormRecord> = {}
  const gone: Record<string, readonly Cells[]> = {}
  for (const report of reports) {
    const { form, report: handedIn } = report
    records[form.id] = recordBy(report, (item) => choose(report, item))
    // By what was reported: a row that a bureau struck does not come back from the archive.
    for (const ledger of form.ledgers) {
      gone[ledger.id] = rowsNotIn(ledger, handedIn.record.ledgers[ledger.id] ?? [], archived[ledger.id] ?? [])
    }
  }
  return factsOfRecords(pack, unit, targets, records, gone)
}

/** The figure an indicator comes to, as exact text; null while it cannot be known. */
export function figureBy(unitCase: UnitCase, indicator: Indicator, choose: Choice): string | null {
  const { indicators } = evaluateUnit(unitCase.pack, factsBy(unitCase, choose))
  return indicators.find((result) => result.indicator === indicator.id)?.actual ?? null
}

/** What an indicator's figure is made of, in the reports. */
export function itemsBehind(
  { reports }: UnitCase,
  { actual }: Indicator,
): readonly { readonly report: DecidedReport; readonly item: Item }[] {
  const { keys, ledgers } = sourcesOf(actual)
  return reports.flatMap((report) =>
    report.items
      .filter((item) => (item.kind === 'figure' ? keys.includes(item.key) : ledgers.includes(item.ledger)))
      .map((item) => ({ report, item })),
  )
}

/** A bureau's 认可 or 核减 of an item; a return decides nothing about the figure. */
export function decisionOf(report: DecidedReport, item: Item, bureau: string): Decision | undefined {
  const decision = report.decisions.get(item.item)?.get(bureau)
  return decision?.verdict === 'return' ? undefined : decision
}

/** Items on which two bureaus responsible for an indicator have decided so that its figure comes out differently. */
export function disputedItems(unitCase: UnitCase, indicator: Indicator): readonly string[] {
  const bureaus = bureausOf(indicator, unitCase.unit.id)
  if (bureaus.length < 2) return []
  return itemsBehind(unitCase, indicator).flatMap(({ report, item }) => {
    const decided = bureaus.flatMap((bureau) => decisionOf(report, item, bureau) ?? [])
    if (decided.length < 2 || decided.every(({ adjustment }) => adjustment === null)) return []
    const figures = decided.map((decision) =>
      figureBy(unitCase, indicator, (_, other) => (other === item ? decision : undefined)),
    )
    return new Set(figures).size > 1 ? [item.item] : []
  })
}

/**
 * The decision on an item that scoring goes by. A bureau that alone is responsible for some indicator decides; what all
 * indicators need several bureaus for counts once they have all decided, to the same effect.
 */
export function settledChoice(unitCase: UnitCase): Choice {
  const { pack, unit } = unitCase
  const disputes = new Set(pack.indicators.flatMap((indicator) => disputedItems(unitCase, indicator)))
  return (report, item) => {
    const source = item.kind === 'figure' ? { key: item.key } : { ledger: item.ledger }
    const groups = indicatorsReading(pack, source).map((indicator) => bureausOf(indicator, unit.id))
    const alone = groups.find((group) => group.length === 1)?.[0]
    if (alone !== undefined) return decisionOf(report, item, alone)
    const decided = [...new Set(groups.flat())].map((bureau) => decisionOf(report, item, bureau))
    return decided.includes(undefined) || disputes.has(item.item) ? undefined : decided[0]
  }
}
