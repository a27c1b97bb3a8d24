import { exact } from '../decimal-text.ts'
import { add, exactText, subtract } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { isExact } from '../measures/points.ts'
import type { Pack } from '../pack/pack.ts'
import { compiled } from './compiled.ts'
import { conclude } from './conclude.ts'
import { measureUnit } from './measure-unit.ts'
import { evaluateUnit } from './evaluate-unit.ts'

/**
 * How many shown points an indicator has more when its figure is larger by `step`, everything else as it is: `0` past a
 * cap. Null where there are no points yet, where they need the other units, and where rows are scored one by one, so that
 * it depends on which row is added.
 */
export function worthOfMore(pack: Pack, facts: UnitFacts, indicator: string, step: string): string | null {
  const ready = compiled(pack)
  const at = ready.indicators.findIndex((each) => each.indicator.id === indicator)
  const each = ready.indicators[at]
  if (!each || scoresRows(each.indicator.measure)) return null
  const before = evaluateUnit(pack, facts).indicators[at]
  if (before?.status !== 'scored' || before.shown === null) return null
  const more = {
    ...each,
    readActual: (of: UnitFacts) => {
      const actual = each.readActual(of)
      return isExact(actual) ? add(actual, exact(step)) : actual
    },
  }
  const changed = { ...ready, indicators: ready.indicators.with(at, more) }
  const after = conclude(changed, facts, measureUnit(changed, facts)).indicators[at]
  if (after?.status !== 'scored' || after.shown === null) return null
  return exactText(subtract(exact(after.shown), exact(before.shown)))
}

/** Does the measure, or one it is made of, look at the rows of a ledger? */
function scoresRows(measure: unknown): boolean {
  if (typeof measure !== 'object' || measure === null) return false
  return ('kind' in measure && measure.kind === 'per-item') || Object.values(measure).some(scoresRows)
}
