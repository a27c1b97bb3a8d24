import { exact } from '../decimal-text.ts'
import { exactText, subtract } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import type { Pack } from '../pack/pack.ts'
import { evaluateUnit } from './evaluate-unit.ts'
import type { UnitResult } from './result.ts'
import { withMore } from './with-more.ts'

/**
 * How many shown points an indicator has more when its figure is larger by `step`, everything else as it is: `0` past a
 * cap. Null where there are no points yet, where they need the other units, and where rows are scored one by one, so that
 * it depends on which row is added.
 */
export function worthOfMore(pack: Pack, facts: UnitFacts, indicator: string, step: string): string | null {
  const scored = withMore(pack, facts, indicator)
  const before = scored && shownOf(evaluateUnit(pack, facts), indicator)
  const after = before && shownOf(scored(exact(step)), indicator)
  return after && before && exactText(subtract(exact(after), exact(before)))
}

function shownOf({ indicators }: UnitResult, id: string): string | null {
  const one = indicators.find(({ indicator }) => indicator === id)
  return one?.status === 'scored' ? one.shown : null
}
