import type { UnitFacts } from '../facts.ts'
import type { Pack } from '../pack/pack.ts'
import { compiled, type Compiled } from './compiled.ts'
import { conclude } from './conclude.ts'
import { measureUnit } from './measure-unit.ts'
import type { Measured } from './measured.ts'
import type { UnitResult } from './result.ts'
import { settleGroup } from './settle-group.ts'

/**
 * Scores all units of an assessment, each in its own pool, and so settles what depends on the other units (min–max, rank, mean …).
 * Results come in the order of the facts; the order of the units changes no score.
 */
export function evaluatePool(pack: Pack, units: readonly UnitFacts[]): readonly UnitResult[] {
  const ready = compiled(pack)
  const measured = units.map((facts) => measureUnit(ready, facts))
  const settled = settleAll(ready, units, measured)
  return units.map((facts, index) => conclude(ready, facts, settled[index] ?? []))
}

function settleAll(
  { indicators }: Compiled,
  units: readonly UnitFacts[],
  measured: readonly (readonly Measured[])[],
): readonly (readonly Measured[])[] {
  const settled = measured.map((each) => [...each])
  for (const [at, each] of indicators.entries()) {
    if (!measured.some((row) => row[at]?.status === 'relative')) continue
    for (const rows of byPool(units, settled)) {
      const group = settleGroup(
        each,
        rows.flatMap((row) => row[at] ?? []),
      )
      for (const [index, row] of rows.entries()) {
        const answer = group[index]
        if (answer) row[at] = answer
      }
    }
  }
  return settled
}

/** The rows of each pool; units without a pool are compared with nobody. */
function byPool<T>(units: readonly UnitFacts[], rows: readonly T[]): Iterable<T[]> {
  const pools = new Map<string, T[]>()
  for (const [index, { pool }] of units.entries()) {
    const row = rows[index]
    if (pool === null || row === undefined) continue
    const members = pools.get(pool)
    if (members) members.push(row)
    else pools.set(pool, [row])
  }
  return pools.values()
}
