import { parseExact, zero, type Exact } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import { isUndecided, step, type Points } from '../measures/points.ts'
import type { NoTask } from '../pack/indicator.ts'
import type { Compiled, CompiledIndicator } from './compiled.ts'
import type { Measured } from './measured.ts'

/** Every indicator of one unit, by its own figures alone. */
export function measureUnit({ indicators }: Compiled, facts: UnitFacts): readonly Measured[] {
  return indicators.map((compiled) => measureIndicator(compiled, facts))
}

function measureIndicator({ indicator, weights, excluded, read, run }: CompiledIndicator, facts: UnitFacts): Measured {
  const weight = weights.get(facts.pool ?? '') ?? null
  const target = targetOf(indicator.target, facts)
  const figure = read(facts)
  const actual = isUndecided(figure) ? null : figure
  const known = { indicator: indicator.id, weight, target: target ?? null, actual, points: null, working: [] }
  const without = { ...known, counts: false, missing: [] }

  if (indicator.status === 'pending' || run === null) return { ...without, status: 'pending' }
  const clause = excluded.get(facts.id)
  if (clause !== undefined) return { ...without, status: 'excluded', clause }
  if (weight === null) return { ...without, status: 'excluded', clause: indicator.clause }
  if (target === undefined) {
    const missing = [{ kind: 'target' as const, key: indicator.target ?? '' }]
    return { ...known, counts: true, status: 'undecided', missing }
  }
  if (indicator.target !== null && target === null) return noTask(indicator.noTask, { ...known, weight })

  const points = run({ weight, target, actual: figure, facts })
  return settle(points, indicator.noTask, { ...known, weight }, indicator.target)
}

type Known = Pick<Measured, 'indicator' | 'target' | 'actual' | 'working' | 'points'> & { readonly weight: Exact }

function settle(points: Points, policy: NoTask, known: Known, key: string | null): Measured {
  switch (points.status) {
    case 'scored':
      return { ...known, ...points, counts: true, missing: [] }
    case 'no-task':
      return noTask(policy, known)
    case 'undecided': {
      const missing = points.missing.map((fact) => (fact.key === '' ? { ...fact, key: key ?? known.indicator } : fact))
      return { ...known, counts: true, status: 'undecided', missing }
    }
  }
}

/** What the indicator's policy gives a unit that was asked for nothing. */
function noTask(policy: NoTask, known: Known): Measured {
  const result = { ...known, status: 'no-task' as const, missing: [] }
  switch (policy) {
    case 'leave-out':
    case 'bonus-only':
    case 'not-participating':
    case 'group-mean':
      return { ...result, counts: false }
    case 'nothing':
      return { ...result, counts: true, points: zero, working: [step('no-task', zero)] }
    case 'full-weight':
      return { ...result, counts: true, points: known.weight, working: [step('no-task', known.weight)] }
  }
}

/** The unit's target; null is no task, undefined a text that is no number. */
function targetOf(key: string | null, { targets }: UnitFacts): Exact | null | undefined {
  const text = key !== null && Object.hasOwn(targets, key) ? targets[key] : null
  return typeof text === 'string' ? parseExact(text) : null
}
