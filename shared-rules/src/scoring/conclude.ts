import { exact } from '../decimal-text.ts'
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
  roundedSum,
  subtract,
  zero,
  type Exact,
} from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { step, type Step } from '../measures/points.ts'
import type { Compiled, CompiledIndicator } from './compiled.ts'
import { largestRemainder } from './largest-remainder.ts'
import type { Measured } from './measured.ts'
import type { IndicatorResult, Total, UnitResult } from './result.ts'

/** Makes up for weights left out, rounds, and adds up. */
export function conclude(compiled: Compiled, facts: UnitFacts, measured: readonly Measured[]): UnitResult {
  const { rounding, total: mode } = compiled.pack.scoring
  const { raised, points, shown, countedWeight } = showPoints(compiled, facts, measured)
  const total = totalOf(
    compiled,
    raised,
    mode === 'largest-remainder'
      ? sum(shown.map((text) => (text === null ? null : exact(text))))
      : roundedSum(points, rounding),
    countedWeight,
  )
  const apart = unrankedBy(compiled, facts, measured)
  return {
    unit: facts.id,
    indicators: raised.map((each, index) =>
      indicatorResult(each, shown[index] ?? null, compiled.indicators[index], facts),
    ),
    total,
    ...(apart !== undefined && { unranked: apart }),
  }
}

/** The points as they are shown, by themselves: all that is wanted where a unit is scored in many ways. */
export function showPoints(compiled: Compiled, { pool }: UnitFacts, measured: readonly Measured[]) {
  const { rounding, total: mode } = compiled.pack.scoring
  const countedWeight = sum(measured.map(({ counts, weight }) => (counts ? weight : null)))
  const raised = raiseAll(measured, countedWeight, compiled.fullMarks.get(pool) ?? zero)
  const points = raised.map((each) => each.points)
  const shown =
    mode === 'largest-remainder'
      ? largestRemainder(points, rounding)
      : points.map((each) => each && rounded(each, rounding))
  return { raised, points, shown, countedWeight }
}

/** What keeps the unit out of the ranking: a veto to that effect, or a task it was not given. */
function unrankedBy({ pack }: Compiled, { flags }: UnitFacts, measured: readonly Measured[]): string | undefined {
  const veto = flags.length > 0 && pack.vetoes.find(({ effect, flag }) => effect === 'no-rank' && flags.includes(flag))
  return veto ? veto.id : measured.find(({ participates }) => !participates)?.indicator
}

function sum(values: readonly (Exact | null)[]): Exact {
  let total = zero
  for (const value of values) if (value) total = add(total, value)
  return total
}

/** Points times full mark ⁄ counted weights. The weight `0` of what is only added or taken off is not raised. */
function raiseAll(measured: readonly Measured[], countedWeight: Exact, fullMark: Exact): readonly Measured[] {
  if (isZero(countedWeight) || compare(countedWeight, fullMark) === 0) return measured
  const factor = divide(fullMark, countedWeight)
  return measured.map((each) => {
    const { points, weight, counts, working } = each
    if (!points || !weight || !counts || isZero(weight)) return each
    const steps = [...working, step('full-points', points), step('factor', factor)]
    return { ...each, points: multiply(points, factor), working: steps }
  })
}

const none: readonly never[] = []

function indicatorResult(
  measured: Measured,
  shown: string | null,
  ready: CompiledIndicator | undefined,
  facts: UnitFacts,
): IndicatorResult {
  const { indicator, weight, target, actual, completion, status, points, working, missing, clause } = measured
  // What is excluded or pending has looked at nothing.
  const looks = status !== 'excluded' && status !== 'pending'
  const result: IndicatorResult = {
    indicator,
    weight: weight && exactText(weight),
    target: target && exactText(target),
    actual: actual && exactText(actual),
    completion: completionText(completion, working),
    status,
    points: points && exactText(points),
    shown,
    working,
    missing,
    inputs: ready && looks && status !== 'no-task' ? ready.readInputs(facts) : none,
    conventions: (looks && (status === 'no-task' ? ready?.noTaskConventions : ready?.conventions)) || none,
  }
  return clause === undefined ? result : { ...result, clause }
}

/** A measure that looked at the completion has written it down already. */
function completionText(completion: Exact | null, [first]: readonly Step[]): string | null {
  return first?.name === 'completion' && first.part === undefined ? first.value : completion && exactText(completion)
}

function totalOf(
  { pack, least: fewest, most }: Compiled,
  measured: readonly Measured[],
  shownSum: Exact,
  countedWeight: Exact,
): Total {
  const { rounding, total: mode } = pack.scoring
  const open = measured.filter(({ status }) => status === 'undecided' || status === 'relative')
  if (open.length > 0 || isZero(countedWeight)) {
    return {
      kind: 'withheld',
      undecided: open.map(({ indicator }) => indicator),
      counted: rounded(shownSum, rounding),
      countedWeight: exactText(subtract(countedWeight, sum(open.map(({ weight }) => weight)))),
    }
  }
  const within = (total: Exact): Exact => {
    const capped = most ? least(total, most) : total
    return fewest ? greatest(capped, fewest) : capped
  }
  const exactTotal = within(sum(measured.map(({ points }) => points)))
  const shownTotal = mode === 'exact-total' ? exactTotal : within(shownSum)
  return { kind: 'total', shown: rounded(shownTotal, rounding), exact: exactText(exactTotal) }
}
