import {
  evaluateUnit,
  factsOfRecords,
  isReportedIn,
  rankPool,
  type FormRecord,
  type IndicatorResult,
  type Pack,
  type Targets,
  type Total,
  type Unit,
} from '@kaohe/shared-rules'

/** 未核定, 沿用, 未报. */
export type Mark = 'unverified' | 'carried' | 'not-reported'

export interface RankedRow {
  readonly rank: number | null
  readonly unit: { readonly id: string; readonly name: string }
  readonly indicators: Readonly<Record<string, RankedIndicator>>
  readonly total: Total
  /** Every mark that stands at one of its indicators. */
  readonly marks: readonly Mark[]
}
export interface RankedIndicator {
  readonly status: IndicatorResult['status']
  readonly shown: string | null
  readonly marks: readonly Mark[]
}

export interface UnitReports {
  readonly unit: Unit
  readonly targets: Targets
  /** The unit's latest accepted reports of a window up to the one asked for. */
  readonly reports: readonly { readonly form: string; readonly window: string; readonly record: FormRecord }[]
}

/**
 * Scores and ranks the units of one pool for a window, from their reports. A unit without a report is listed, unranked
 * and never zero; a figure carried over from an earlier window says so.
 */
export function rankUnits(
  pack: Pack,
  poolId: string,
  window: string,
  units: readonly UnitReports[],
): readonly RankedRow[] {
  const scored = units.map(({ unit, targets, reports }) => {
    const records = Object.fromEntries(reports.map(({ form, record }) => [form, record]))
    return { unit, reports, result: evaluateUnit(pack, factsOfRecords(pack, unit, targets, records)) }
  })
  const ranked = rankPool(
    pack,
    poolId,
    scored.map(({ result }) => result),
  )
  return ranked.flatMap(({ unit: id, rank, total }) => {
    const entry = scored.find(({ unit }) => unit.id === id)
    if (!entry) return []
    const indicators = Object.fromEntries(
      entry.result.indicators.map(({ indicator, status, shown }) => {
        const form = formOf(pack, indicator)
        const report = entry.reports.find((one) => one.form === form)
        return [indicator, { status, shown, marks: marksOf(status, report?.window, window) }]
      }),
    )
    const marks = [...new Set(Object.values(indicators).flatMap((indicator) => indicator.marks))]
    return [{ rank, unit: { id, name: entry.unit.name }, indicators, total, marks }]
  })
}

/** Nothing is verified yet in this version, so whatever was reported is 申报数. */
function marksOf(status: IndicatorResult['status'], reported: string | undefined, window: string): readonly Mark[] {
  if (status === 'no-task' || status === 'excluded' || status === 'pending') return []
  if (reported === undefined) return ['not-reported']
  return reported === window ? ['unverified'] : ['unverified', 'carried']
}

/** The form an indicator's actual is reported in. */
function formOf(pack: Pack, indicatorId: string): string | undefined {
  const indicator = pack.indicators.find(({ id }) => id === indicatorId)
  return indicator && pack.forms.find((form) => isReportedIn(form, indicator.actual))?.id
}
