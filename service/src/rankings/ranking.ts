import {
  evaluatePool,
  isReportedIn,
  rankPool,
  type IndicatorResult,
  type Pack,
  type Unit,
  type UnitFacts,
  type UnitResult,
} from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { indicatorStatusSchema, totalSchema } from '../contract/shapes/scores.ts'
import type { VerifiedIndicator } from '../verification/assess-unit.ts'

/** 未核定, 沿用, 未报. */
const markSchema = z.enum(['unverified', 'carried', 'not-reported'])
export type Mark = Described<typeof markSchema>

const rankedIndicatorSchema = z.strictObject({
  status: indicatorStatusSchema,
  shown: z.string().nullable(),
  marks: z.array(markSchema),
  /** 申报数, 核定数: exact text, null while not known; only of indicators that the unit is measured by. */
  reported: z.string().nullable().exactOptional(),
  verified: z.string().nullable().exactOptional(),
})
export type RankedIndicator = Described<typeof rankedIndicatorSchema>

export const rankedRowSchema = z.strictObject({
  rank: z.int().nullable(),
  unit: z.strictObject({
    id: z.string(),
    name: z.string(),
  }),
  indicators: z.record(z.string(), rankedIndicatorSchema),
  total: totalSchema,
  /** Every mark that stands at one of its indicators. */
  marks: z.array(markSchema),
})
export type RankedRow = Described<typeof rankedRowSchema>

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
