import {
  add,
  compare,
  divide,
  exactText,
  greatest,
  isZero,
  least,
  multiply,
  rounded,
  subtract,
  zero,
  one,
  type Exact,
} from '../exact.ts'
import { exact } from '../decimal-text.ts'
import type { UnitFacts } from '../facts.ts'
import { step } from '../measures/points.ts'
import type { Compiled } from './compiled.ts'
import { largestRemainder } from './largest-remainder.ts'
import type { Measured } from './measured.ts'
import type { IndicatorResult, Total, UnitResult } from './result.ts'

/** Makes up for weights left out, rounds, and adds up. */
export function conclude(compiled: Compiled, facts: UnitFacts, measured: readonly Measured[]): UnitResult {
  const countedWeight = sum(measured, ({ counts, weight }) => (counts ? weight : null))
  const fullMark = compiled.fullMarks.get(facts.pool ?? '') ?? zero
  const factor = isZero(countedWeight) ? one : divide(fullMark, countedWeight)
  const raised = measured.map((each) => raise(each, factor))
  const total = sum(raised, ({ points }) => points)
  const { rounding, total: mode } = compiled.pack.scoring
  const shown =
    mode === 'largest-remainder'
      ? largestRemainder(raised, ({ points }) => points, rounding)
      : raised.map(({ points }) => points && rounded(points, rounding))
  const indicators = raised.map((each, index) => indicatorResult(each, shown[index] ?? null))
  return { unit: facts.id, indicators, total: totalOf(compiled, raised, indicators, total, countedWeight) }
}

function sum<T>(list: readonly T[], of: (each: T) => Exact | null): Exact {
  return list.reduce((total, each) => add(total, of(each) ?? zero), zero)
}

/** The weight `0` of what is only added or taken off is not raised. */
function raise(each: Measured, factor: Exact): Measured {
  const { points, weight, counts } = each
  if (!points || !weight || !counts || isZero(weight) || compare(factor, one) === 0) return each
  return {
    ...each,
    points: multiply(points, factor),
    working: [...each.working, step('full-points', points), step('factor', factor)],
  }
}

function indicatorResult(measured: Measured, shown: string | null): IndicatorResult {
  const { indicator, weight, target, actual, status, points, working, missing, clause } = measured
  const text = (value: Exact | null) => value && exactText(value)
  return {
    indicator,
    weight: text(weight),
    target: text(target),
    actual: text(actual),
    completion: target && actual && !isZero(target) ? exactText(divide(actual, target)) : null,
    status,
    points: text(points),
    shown,
    working,
    missing,
    ...(clause === undefined ? {} : { clause }),
  }
}

function totalOf(
  { pack, least: fewest, most }: Compiled,
  raised: readonly Measured[],
  indicators: readonly IndicatorResult[],
  exactTotal: Exact,
  countedWeight: Exact,
): Total {
  const { rounding, total: mode } = pack.scoring
  const shownSum = sum(indicators, ({ shown }) => (shown === null ? null : exact(shown)))
  const open = raised.filter(({ status }) => status === 'undecided' || status === 'relative')
  if (open.length > 0 || isZero(countedWeight)) {
    const openWeight = sum(open, ({ weight }) => weight)
    return {
      kind: 'withheld',
      undecided: open.map(({ indicator }) => indicator),
      counted: rounded(shownSum, rounding),
      countedWeight: exactText(subtract(countedWeight, openWeight)),
    }
  }
  const bounded = (total: Exact) => {
    const capped = most ? least(total, most) : total
    return fewest ? greatest(capped, fewest) : capped
  }
  const shown = mode === 'exact-total' ? exactTotal : shownSum
  return { kind: 'total', shown: rounded(bounded(shown), rounding), exact: exactText(bounded(exactTotal)) }
}
