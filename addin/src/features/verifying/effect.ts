import {
  adjustedRecord,
  evaluateUnit,
  exactText,
  factsOfRecords,
  isReportedIn,
  subtract,
  type Adjustment,
  type FormRecord,
  type Pack,
  type PlacedAdjustment,
  type Unit,
} from '@kaohe/shared-rules'
import type { QueuedReport } from '../../api/verification.ts'
import { exactOf } from '../../ui/figure.ts'
import type { Drafts } from './drafts.ts'
import type { Line } from './items.ts'

/** What an indicator of a unit comes to, as reported and as this bureau would have it. Exact text; null is not known. */
export interface Effect {
  readonly indicator: string
  readonly title: string
  readonly unit: string
  readonly target: string | null
  readonly reported: string | null
  readonly decided: string | null
  readonly difference: string | null
}

/** Would anything be different from what was reported? */
export function changes({ reported, decided }: Effect): boolean {
  return reported !== decided
}

/** The figures of one report with the decisions in force and the drafts on top, by the very rules that will score it. */
export function effectsOf(
  pack: Pack,
  unit: Unit,
  report: QueuedReport,
  lines: readonly Line[],
  drafts: Drafts,
): readonly Effect[] {
  const record = recordOf(pack, report, lines)
  const decided = adjustedRecord(record, adjustmentsOf(lines, drafts))
  const targets = targetsOf(pack, report)
  const figures = (from: FormRecord) =>
    evaluateUnit(pack, factsOfRecords(pack, unit, targets, { [from.form]: from })).indicators
  const [asReported, asDecided] = [figures(record), figures(decided)]
  const form = pack.forms.find(({ id }) => id === report.form)
  return report.indicators.flatMap((known): readonly Effect[] => {
    const at = pack.indicators.findIndex(({ id }) => id === known.indicator)
    const indicator = pack.indicators[at]
    if (!form || !indicator || !isReportedIn(form, indicator.actual)) return []
    const [from, to] = [asReported[at]?.actual ?? null, asDecided[at]?.actual ?? null]
    const { id, title } = indicator
    return [
      {
        indicator: id,
        title,
        unit: indicator.unit,
        target: known.target,
        reported: from,
        decided: to,
        difference: difference(to, from),
      },
    ]
  })
}

/** The report again, as far as this bureau is shown it: all that its indicators are made of. Blank rows are no items and left out. */
function recordOf(pack: Pack, report: QueuedReport, lines: readonly Line[]): FormRecord {
  const cells = Object.fromEntries(
    lines.flatMap(({ item }) => (item.kind === 'figure' ? [[item.item, item.value]] : [])),
  )
  const ledgers = Object.fromEntries(
    ledgersOf(lines).map((ledger) => [ledger, rowsOf(lines, ledger).map(({ item }) => item.cells ?? {})]),
  )
  // The queue does not say which version was reported; no score asks for it.
  const template = pack.forms.find(({ id }) => id === report.form)?.template ?? 1
  return { form: report.form, template, cells, ledgers }
}

const ledgersOf = (lines: readonly Line[]): readonly string[] => [
  ...new Set(lines.flatMap(({ item }) => item.ledger ?? [])),
]

const rowsOf = (lines: readonly Line[], ledger: string): readonly Line[] =>
  lines.filter(({ item }) => item.ledger === ledger)

function adjustmentsOf(lines: readonly Line[], drafts: Drafts): readonly PlacedAdjustment[] {
  return lines.flatMap((line): readonly PlacedAdjustment[] => {
    const { key, item } = line
    const draft = drafts[key]
    const adjustment = draft ? drafted(draft.verdict === 'adjust' ? draft.adjustment : null) : item.decision?.adjustment
    if (!adjustment) return []
    if (item.ledger === null) return [{ place: { column: item.item }, adjustment }]
    const row = rowsOf(lines, item.ledger).indexOf(line)
    return [{ place: { ledger: item.ledger, row }, adjustment }]
  })
}

/** A figure not typed yet takes the place of nothing. */
function drafted(adjustment: Adjustment | null): Adjustment | null {
  return adjustment && 'value' in adjustment && adjustment.value.trim() === '' ? null : adjustment
}

function targetsOf(pack: Pack, { indicators }: QueuedReport): Record<string, string> {
  return Object.fromEntries(
    indicators.flatMap(({ indicator, target }) => {
      const key = pack.indicators.find(({ id }) => id === indicator)?.target
      return key && target !== null ? [[key, target]] : []
    }),
  )
}

function difference(to: string | null, from: string | null): string | null {
  const [after, before] = [to, from].map((text) => (text === null ? undefined : exactOf(text)))
  return after && before ? exactText(subtract(after, before)) : null
}
