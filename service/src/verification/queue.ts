import { unitSchema, type Pack, type Targets, type Unit } from '@kaohe/shared-rules'
import { z } from 'zod'
import { figureFlags, riskKindSchema } from '../board/risk.ts'
import type { Described } from '../contract/described.ts'
import { cellsSchema } from '../contract/shapes/forms.ts'
import { evidenceFileSchema, shownEvidence, type StoredEvidence } from '../evidence/evidence-file.ts'
import type { StoredReport } from '../reports/store.ts'
import { verifiedIndicatorSchema } from './assess-unit.ts'
import { decidedReport } from './decided-report.ts'
import { adjustmentSchema, type Decision } from './decision.ts'
import { itemsOf, type Item } from './items.ts'
import type { LoadedUnit } from './load.ts'
import { bureausOfItem, supplierOf } from './responsible.ts'
import { suppliedKeys } from './supplied-keys.ts'

/** A decision as people are shown it. */
export const shownDecisionSchema = z
  .strictObject({
    bureau: z.string(),
    verdict: z.enum(['approve', 'adjust', 'return', 'supply']),
    adjustment: adjustmentSchema.nullable(),
    reason: z.string().nullable(),
    by: z.string(),
    at: z.string(),
  })
  .meta({ id: 'Decision' })
export type ShownDecision = Described<typeof shownDecisionSchema>

const queuedItemSchema = z.strictObject({
  item: z.string(),
  kind: z.enum(['figure', 'row']),
  ledger: z.string().nullable(),
  row: z.int().nullable(),
  /** A figure's value as reported. */
  value: z.string().nullable(),
  /** A row's cells as reported. */
  cells: cellsSchema.nullable(),
  /** The same item as reported for earlier windows, if it was. */
  before: z
    .strictObject({
      value: z.string().nullable(),
      cells: cellsSchema.nullable(),
    })
    .nullable(),
  /** Differs from what was reported for earlier windows, or is new. */
  changed: z.boolean(),
  decision: shownDecisionSchema.nullable(),
  /** What the other bureaus responsible have decided. */
  others: z.array(shownDecisionSchema),
  /** 佐证材料 of the item, those withdrawn included. */
  evidence: z.array(evidenceFileSchema),
})
export type QueuedItem = Described<typeof queuedItemSchema>

const queuedIndicatorSchema = verifiedIndicatorSchema.extend({
  target: z.string().nullable(),
  flags: z.array(riskKindSchema),
})
export type QueuedIndicator = Described<typeof queuedIndicatorSchema>

/** One report in a bureau's queue, with the bureau's own items of it. */
export const queuedReportSchema = z
  .strictObject({
    number: z.string(),
    unit: unitSchema.pick({ id: true, name: true }),
    form: z.string(),
    window: z.string(),
    receivedAt: z.string(),
    timeliness: z.enum(['on-time', 'late']),
    /** The unit's sentences for amber verdicts. */
    reasons: z.record(z.string(), z.string()),
    returned: z.array(shownDecisionSchema),
    items: z.array(queuedItemSchema),
    indicators: z.array(queuedIndicatorSchema),
    /** Items this bureau has yet to decide about. */
    open: z.int(),
  })
  .meta({ id: 'QueuedReport' })
export type QueuedReport = Described<typeof queuedReportSchema>

/** A figure that the bureau supplies itself, for each unit with the task. */
export const supplyPlaceSchema = z.strictObject({
  unit: unitSchema.pick({ id: true, name: true }),
  indicator: z.string(),
  /** Of the figure: the indicator's own, or one an award for it goes by. */
  key: z.string(),
  target: z.string().nullable(),
  reported: z.string().nullable(),
  supplied: z.string().nullable(),
  window: z.string().nullable(),
})
export type SupplyPlace = Described<typeof supplyPlaceSchema>

/**
 * The reports of one unit that hold something for this bureau to verify. One submission is in the queue of every bureau that has a
 * part in it. `earlier` are the unit's reports that counted before the window, `evidence` its files.
 */
export function queuedReports(
  pack: Pack,
  bureau: string,
  loaded: LoadedUnit,
  earlier: readonly StoredReport[],
  evidence: readonly StoredEvidence[],
): readonly QueuedReport[] {
  return loaded.received.flatMap((report) => {
    const form = pack.forms.find(({ id }) => id === report.form)
    if (!form) return []
    const decided = decidedReport(form, report, loaded.decisions)
    const own = decided.items.filter((item) => bureausOfItem(pack, report.unit, item).includes(bureau))
    if (own.length === 0) return []
    const last = earlier.find((one) => one.unit === report.unit && one.form === report.form)
    const itemsBefore = last ? itemsOf(form, last.record, last.receipt.numbers) : []
    const items = own.map((item) => {
      const before = itemsBefore.find((one) => one.item === item.item)
      const decisions = [...(decided.decisions.get(item.item)?.values() ?? [])]
      return {
        ...queuedItem(item, before, bureau, decisions),
        evidence: evidence.filter((one) => one.form === form.id && one.item === item.item).map(shownEvidence),
      }
    })
    return [
      {
        ...headOf(report, loaded.unit),
        returned: decided.returned.map(shownDecision),
        items,
        indicators: queuedIndicators(pack, bureau, loaded),
        open: decided.returned.length > 0 ? 0 : items.filter(({ decision }) => decision === null).length,
      },
    ]
  })
}

function queuedIndicators(pack: Pack, bureau: string, loaded: LoadedUnit): readonly QueuedIndicator[] {
  const { indicators, targets } = loaded
  return indicators.flatMap((known, at) => {
    const indicator = pack.indicators[at]
    if (!indicator || !known.bureaus.some((view) => view.bureau === bureau)) return []
    const target = targetOf(targets, indicator.target)
    const flags = figureFlags({ pack, before: new Map() }, loaded, indicator, at).map(({ flag }) => flag)
    return [{ ...known, target, flags }]
  })
}

/** The units a bureau supplies figures for, with what it has supplied so far. */
export function supplyPlaces(
  pack: Pack,
  bureau: string,
  { unit, targets, indicators, supplies }: LoadedUnit,
): readonly SupplyPlace[] {
  return pack.indicators.flatMap((indicator, at): readonly SupplyPlace[] => {
    const known = indicators[at]
    if (supplierOf(indicator, unit.id) !== bureau || !known || known.state === 'not-applicable') return []
    return suppliedKeys(pack, indicator).map(({ key }) => {
      const given = supplies.find((one) => one.key === key)
      const isOwn = indicator.actual.kind === 'reported' && indicator.actual.key === key
      return {
        unit: { id: unit.id, name: unit.name },
        indicator: indicator.id,
        key,
        target: isOwn ? targetOf(targets, indicator.target) : null,
        reported: isOwn ? known.reported : null,
        supplied: given?.value ?? null,
        window: given?.window ?? null,
      }
    })
  })
}

export function shownDecision({ bureau, verdict, adjustment, reason, by, at }: Decision): ShownDecision {
  return { bureau, verdict, adjustment, reason, by, at }
}

const targetOf = (targets: Targets, key: string | null): string | null => (key === null ? null : (targets[key] ?? null))

function headOf({ number, form, window, receivedAt, timeliness, reasons }: StoredReport, { id, name }: Unit) {
  return { number, unit: { id, name }, form, window, receivedAt, timeliness, reasons }
}

function queuedItem(
  item: Item,
  before: Item | undefined,
  bureau: string,
  decisions: readonly Decision[],
): Omit<QueuedItem, 'evidence'> {
  const own = decisions.find((decision) => decision.bureau === bureau)
  return {
    item: item.item,
    kind: item.kind,
    ledger: item.kind === 'row' ? item.ledger : null,
    row: item.kind === 'row' ? item.row : null,
    ...claimOf(item),
    before: before ? claimOf(before) : null,
    changed: before?.content !== item.content,
    decision: own ? shownDecision(own) : null,
    others: decisions.filter((decision) => decision.bureau !== bureau).map(shownDecision),
  }
}

function claimOf(item: Item): Pick<QueuedItem, 'value' | 'cells'> {
  return item.kind === 'figure' ? { value: item.value, cells: null } : { value: null, cells: item.cells }
}
