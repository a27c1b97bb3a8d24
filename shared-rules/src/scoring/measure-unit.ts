import { divide, isZero, zero, type Exact } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { isExact, step, type MissingFact, type Points } from '../measures/points.ts'
import { runAll, type Runner, type Situation } from '../measures/situation.ts'
import type { Indicator } from '../pack/indicator.ts'
import type { Compiled, CompiledIndicator } from './compiled.ts'
import type { Measured } from './measured.ts'

/** Every indicator of one unit, by its own figures alone. What depends on the others is left `relative`. */
export function measureUnit({ indicators }: Compiled, facts: UnitFacts): Measured[] {
  return indicators.map((each) => measureIndicator(each, facts))
}

function measureIndicator(each: CompiledIndicator, facts: UnitFacts): Measured {
  const { indicator, runner } = each
  const weight = each.weights.get(facts.pool) ?? null
  const asked = each.readTarget(facts)
  const target = asked !== null && isExact(asked) ? asked : null
  const actual = each.readActual(facts)
  const reached = isExact(actual) ? actual : null
  const completion = target && reached && !isZero(target) ? divide(reached, target) : null
  const known: Known = { indicator: indicator.id, weight, target, actual: reached, completion }

  const clause = each.excluded.get(facts.id) ?? (weight === null ? indicator.clause : undefined)
  if (runner === null || indicator.status === 'pending') return left(known, 'pending')
  if (clause !== undefined || weight === null) return left(known, 'excluded', clause)

  if (asked !== null && 'status' in asked && asked.status === 'no-task') {
    return withoutTask(each, known, { weight, target: null, actual, completion, facts })
  }
  const situation: Situation = { weight, target: asked, actual, completion, facts }
  if (asked !== null && 'status' in asked) return { ...open(known, asked.missing, indicator), situation }
  return settled(each, known, situation, runOne(runner, situation))
}

type Known = Pick<Measured, 'indicator' | 'weight' | 'target' | 'actual' | 'completion'>

function runOne(runner: Runner, situation: Situation): Points {
  if (runner.over === 'unit') return runner.run(situation)
  return runAll(runner, [situation], false)[0] ?? { status: 'no-task' }
}

/** What the measure said, as a state of the indicator. */
export function settled(each: CompiledIndicator, known: Known, situation: Situation, points: Points): Measured {
  switch (points.status) {
    case 'scored':
      return counted(known, 'scored', points.points, points.working)
    case 'no-task':
      return withoutTask(each, known, situation)
    case 'undecided':
      return { ...open(known, points.missing, each.indicator), situation }
    case 'relative':
      return { ...counted(known, 'relative', null), situation }
  }
}

function counted(
  known: Known,
  status: Measured['status'],
  points: Exact | null,
  working: Measured['working'] = [],
): Measured {
  const { indicator, weight, target, actual, completion } = known
  return {
    indicator,
    weight,
    target,
    actual,
    completion,
    status,
    points,
    counts: true,
    participates: true,
    working,
    missing: [],
    clause: undefined,
    situation: null,
  }
}

const left = (known: Known, status: Measured['status'], clause?: string): Measured => ({
  ...counted(known, status, null),
  counts: false,
  clause,
})

/** A fact is missing. Measures do not know the indicator's keys, so they leave the name of its target and figure open. */
function open(known: Known, missing: readonly MissingFact[], { id, target }: Indicator): Measured {
  const named = missing.map((fact) => {
    if (fact.key !== '') return fact
    return { ...fact, key: fact.kind === 'target' ? (target ?? id) : id }
  })
  return { ...counted(known, 'undecided', null), missing: named }
}

/** What the indicator's policy gives a unit that was asked for nothing. */
function withoutTask({ indicator, bonus }: CompiledIndicator, known: Known, situation: Situation): Measured {
  const { noTask } = indicator
  const { weight } = situation
  if (typeof noTask === 'object') {
    const points: Points = bonus ? runOne(bonus, situation) : { status: 'no-task' }
    if (points.status !== 'scored') return left(known, 'no-task')
    return { ...left(known, 'no-task'), points: points.points, working: points.working }
  }
  switch (noTask) {
    case 'leave-out':
      return left(known, 'no-task')
    case 'not-participating':
      return { ...left(known, 'no-task'), participates: false }
    case 'nothing':
      return counted(known, 'no-task', zero, [step('no-task', zero)])
    case 'full-weight':
      return counted(known, 'no-task', weight, [step('no-task', weight)])
    case 'group-mean':
      return counted(known, 'relative', null)
  }
}
