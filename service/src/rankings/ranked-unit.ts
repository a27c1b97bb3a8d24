import type { LoadedUnit } from '../verification/load.ts'
import type { RankedUnit } from './ranking.ts'

/** Of what is known of a unit, what a ranking needs; plain enough to be frozen with it. */
export function rankedUnit({ unit, facts, indicators, counted }: LoadedUnit): RankedUnit {
  return {
    unit: { id: unit.id, name: unit.name },
    facts,
    indicators: indicators.map(({ indicator, state, reported, verified, supplied }) => ({
      indicator,
      state,
      reported,
      verified,
      supplied,
    })),
    reportedFor: Object.fromEntries(counted.map(({ form, window }) => [form, window])),
  }
}
