import { adjustedRecord, type Form, type FormRecord, type PlacedAdjustment } from '@kaohe/shared-rules'
import type { StoredReport } from '../reports/store.ts'
import { wholeReport, type Decision } from './decision.ts'
import { itemsOf, type Item } from './items.ts'

/** A report with what has been decided about it so far. */
export interface DecidedReport {
  readonly form: Form
  readonly report: Pick<StoredReport, 'number' | 'unit' | 'window' | 'windowEnd' | 'record' | 'receipt'>
  readonly items: readonly Item[]
  /** Decisions in force, by item and then by bureau. */
  readonly decisions: ReadonlyMap<string, ReadonlyMap<string, Decision>>
  /** 退回 of the whole report. */
  readonly returned: readonly Decision[]
}

/** Reports never change, so the items of each are put together once for as long as it is looked at. */
const knownItems = new WeakMap<DecidedReport['report'], readonly Item[]>()

export function reportItems(form: Form, report: DecidedReport['report']): readonly Item[] {
  const items = knownItems.get(report) ?? itemsOf(form, report.record, report.receipt.numbers)
  knownItems.set(report, items)
  return items
}

/**
 * Joins a report with the decisions on it. A decision holds as long as what was reported stays as it was, from one
 * report to the next; a return is settled by any new report.
 */
export function decidedReport(
  form: Form,
  report: DecidedReport['report'],
  decisions: readonly Decision[],
): DecidedReport {
  const items = reportItems(form, report)
  const own = decisions.filter((decision) => decision.unit === report.unit && decision.form === form.id)
  const byItem = new Map(
    items.map(({ item, content }) => {
      const inForce = own.filter(
        (one) =>
          one.item === item &&
          one.content === content &&
          one.verdict !== 'supply' &&
          (one.verdict !== 'return' || one.report === report.number),
      )
      return [item, new Map(inForce.map((decision) => [decision.bureau, decision]))]
    }),
  )
  const returned = own.filter((one) => one.item === wholeReport && one.content === report.number)
  return { form, report, items, decisions: byItem, returned }
}

/** Every return that stands: of the whole report first, then of its rows. */
export function standingReturns({ returned, items, decisions }: DecidedReport): readonly Decision[] {
  const ofItems = items.flatMap(({ item }) => [...(decisions.get(item)?.values() ?? [])])
  return [...returned, ...ofItems.filter(({ verdict }) => verdict === 'return')]
}

/** The record as it would be if for each item the chosen decision were right. */
export function recordBy(
  { report: { record }, items }: DecidedReport,
  chosen: (item: Item) => Decision | undefined,
): FormRecord {
  return adjustedRecord(
    record,
    items.flatMap((item): readonly PlacedAdjustment[] => {
      const adjustment = chosen(item)?.adjustment
      if (!adjustment) return []
      const place = item.kind === 'figure' ? { column: item.item } : { ledger: item.ledger, row: item.row }
      return [{ place, adjustment }]
    }),
  )
}
