import { add, type Exact } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { isExact } from '../measures/points.ts'
import type { Pack } from '../pack/pack.ts'
import { compiled } from './compiled.ts'
import { conclude } from './conclude.ts'
import { measureUnit } from './measure-unit.ts'
import type { UnitResult } from './result.ts'

/**
 * Scores a unit as if the figure of one indicator were larger, everything else as it is. Null where there is no such
 * indicator, and where rows are scored one by one, so that it depends on which row is added.
 */
export function withMore(pack: Pack, facts: UnitFacts, indicator: string): ((more: Exact) => UnitResult) | null {
  const ready = compiled(pack)
  const at = ready.indicators.findIndex((each) => each.indicator.id === indicator)
  const each = ready.indicators[at]
  if (!each || scoresRows(each.indicator.measure)) return null
  return (more) => {
    const readActual: typeof each.readActual = (of) => {
      const actual = each.readActual(of)
      return isExact(actual) ? add(actual, more) : actual
    }
    const changed = { ...ready, indicators: ready.indicators.with(at, { ...each, readActual }) }
    return conclude(changed, facts, measureUnit(changed, facts))
  }
}

/** Does the measure, or one it is made of, look at the rows of a ledger? */
function scoresRows(measure: unknown): boolean {
  if (typeof measure !== 'object' || measure === null) return false
  return ('kind' in measure && measure.kind === 'per-item') || Object.values(measure).some(scoresRows)
}
