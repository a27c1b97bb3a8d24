import type { UnitFacts } from '../facts.ts'
import type { Pack } from '../pack/pack.ts'
import { compiled } from './compiled.ts'
import { conclude } from './conclude.ts'
import { measureUnit } from './measure-unit.ts'
import type { UnitResult } from './result.ts'

/**
 * Scores one unit by its own figures: every indicator in the order of the pack, with its working, and the total.
 *
 * What depends on other units stays `relative` (see `evaluatePool`); what cannot be known is `undecided` and names the
 * missing fact; either withholds the total. The same function runs in the pane, in the service and on the command line.
 */
export function evaluateUnit(pack: Pack, facts: UnitFacts): UnitResult {
  const ready = compiled(pack)
  return conclude(ready, facts, measureUnit(ready, facts))
}
