import {
  evaluatePool,
  isReportedIn,
  rankPool,
  type IndicatorResult,
  type Pack,
  type Total,
  type Unit,
  type UnitFacts,
  type UnitResult,
} from '@kaohe/shared-rules'
import type { VerifiedIndicator } from '../verification/assess-unit.ts'

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
  /** 申报数, 核定数: exact text, null while not known; only of indicators that the unit is measured by. */
  readonly reported?: string | null
  readonly verified?: string | null
}

/** A unit as it goes into a ranking. */
export interface RankedUnit {
  readonly unit: Pick<Unit, 'id' | 'name'>
  readonly facts: UnitFacts
  readonly indicators: readonly Pick<VerifiedIndicator, 'indicator' | 'state' | 'reported' | 'verified' | 'supplied'>[]
  /** The window each form was last reported for. */
  readonly reportedFor: Readonly<Record<string, string>>
}

/**
 * Scores and ranks the units of one pool for a window. A unit without a report is listed, unranked and never zero; a figure
 * carried over from an earlier window, or not yet verified, says so.
 */
export function rankUnits(
  pack: Pack,
  poolId: string,
  window: string,
  units: readonly RankedUnit[],
): { readonly rows: readonly RankedRow[]; readonly results: readonly UnitResult[] } {
  const results = evaluatePool(
    pack,
    units.map(({ facts }) => facts),
  )
  const entries = new Map(units.map((entry) => [entry.unit.id, entry]))
  const resultOf = new Map(results.map((result) => [result.unit, result]))
  const rows = rankPool(pack, poolId, results).flatMap(({ unit: id, rank, total }) => {
    const [entry, result] = [entries.get(id), resultOf.get(id)]
    if (!entry || !result) return []
    const indicators = Object.fromEntries(
      result.indicators.map(({ indicator, status, shown }, at) => {
        const known = entry.indicators[at]
        const marks = marksOf(pack, { status, entry, known, at, window })
        if (!known || known.state === 'not-applicable') return [indicator, { status, shown, marks }]
        return [indicator, { status, shown, marks, reported: known.reported, verified: known.verified }]
      }),
    )
    const marks = [...new Set(Object.values(indicators).flatMap((indicator) => indicator.marks))]
    const { name } = entry.unit
    return [{ rank, unit: { id, name }, indicators, total, marks }]
  })
  return { rows, results }
}

interface MarkCase {
  readonly status: IndicatorResult['status']
  readonly entry: RankedUnit
  readonly known: RankedUnit['indicators'][number] | undefined
  readonly at: number
  readonly window: string
}

function marksOf(pack: Pack, { status, entry, known, at, window }: MarkCase): readonly Mark[] {
  if (status === 'no-task' || status === 'excluded' || status === 'pending') return []
  const actual = pack.indicators[at]?.actual
  const form = actual && pack.forms.find((one) => isReportedIn(one, actual))?.id
  const source = known?.supplied ?? entry.reportedFor[form ?? '']
  if (source === undefined) return ['not-reported']
  const unverified = known?.state === 'verified' ? [] : (['unverified'] as const)
  return source === window ? unverified : [...unverified, 'carried']
}
