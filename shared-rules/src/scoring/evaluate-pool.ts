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
  for (const members of membersByPool(units)) settlePool(ready, members, measured)
  return units.map((facts, index) => conclude(ready, facts, measured[index] ?? []))
}

/** Puts what the group has settled in the places of what waited for it. */
function settlePool({ indicators }: Compiled, members: readonly number[], measured: Measured[][]): void {
  const rows = members.map((index) => measured[index] ?? [])
  for (const [at, each] of indicators.entries()) {
    if (each.indicator.scope === 'own-data') continue
    const group: Measured[] = []
    for (const row of rows) {
      const one = row[at]
      if (one) group.push(one)
    }
    for (const [index, one] of settleGroup(each, group).entries()) {
      const row = rows[index]
      if (row) row[at] = one
    }
  }
}

/** The places of the units of each pool; units without a pool are compared with nobody. */
function membersByPool(units: readonly UnitFacts[]): Iterable<readonly number[]> {
  const pools = new Map<string, number[]>()
  for (const [index, { pool }] of units.entries()) {
    if (pool === null) continue
    const members = pools.get(pool)
    if (members) members.push(index)
    else pools.set(pool, [index])
  }
  return pools.values()
}
