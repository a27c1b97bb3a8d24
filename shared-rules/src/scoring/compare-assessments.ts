import { exact } from '../decimal-text.ts'
import { compare, exactText, subtract } from '../exact.ts'
import type { Assessment, AssessedUnit } from './assess.ts'

export interface Move {
  readonly unit: string
  readonly name: string
  readonly pool: string | null
  readonly totals: readonly [before: string | null, after: string | null]
  readonly ranks: readonly [before: number | null, after: number | null]
  /** Shown points more under the second pack; null where one of the totals is withheld. */
  readonly difference: string | null
  /** Indicators whose shown points differ. */
  readonly indicators: readonly {
    readonly indicator: string
    readonly shown: readonly [string | null, string | null]
  }[]
}

export interface Comparison {
  readonly packs: readonly [before: Assessment['pack'], after: Assessment['pack']]
  /** Most gained first; who cannot be compared comes last. */
  readonly units: readonly Move[]
  readonly awards: readonly {
    readonly award: string
    readonly gains: readonly string[]
    readonly loses: readonly string[]
  }[]
}

/** Who wins and who loses when the same facts are scored by another pack. */
export function compareAssessments(before: Assessment, after: Assessment): Comparison {
  const moves = before.units.flatMap((unit) => {
    const other = after.units.find((each) => each.unit === unit.unit)
    return other ? [move(unit, other)] : []
  })
  return {
    packs: [before.pack, after.pack],
    units: moves.toSorted((a, b) => {
      if (a.difference === null || b.difference === null)
        return (a.difference === null ? 1 : 0) - (b.difference === null ? 1 : 0)
      return compare(exact(b.difference), exact(a.difference))
    }),
    awards: [...new Set([...before.awards, ...after.awards].map(({ award }) => award))].map((award) => {
      const [old, fresh] = [winners(before, award), winners(after, award)]
      return {
        award,
        gains: fresh.filter((unit) => !old.includes(unit)),
        loses: old.filter((unit) => !fresh.includes(unit)),
      }
    }),
  }
}

function move(before: AssessedUnit, after: AssessedUnit): Move {
  const totals = [shownTotal(before), shownTotal(after)] as const
  const [old, fresh] = totals
  return {
    unit: before.unit,
    name: before.name,
    pool: before.pool,
    totals,
    ranks: [before.rank, after.rank],
    difference: old === null || fresh === null ? null : exactText(subtract(exact(fresh), exact(old))),
    indicators: before.indicators.flatMap(({ indicator, shown }) => {
      const other = after.indicators.find((each) => each.indicator === indicator)?.shown ?? null
      return shown === other ? [] : [{ indicator, shown: [shown, other] as const }]
    }),
  }
}

const shownTotal = ({ total }: AssessedUnit): string | null => (total.kind === 'total' ? total.shown : null)

const winners = ({ awards }: Assessment, id: string): readonly string[] =>
  awards
    .filter(({ award }) => award === id)
    .flatMap(({ candidates }) => candidates.flatMap(({ unit, standing }) => (standing.kind === 'winner' ? [unit] : [])))
