import { divide, exactText, isZero, parseExact, type Exact } from '../src/exact.ts'
import { measureSchema, runnerOf, type Measure } from '../src/measures/measure.ts'
import { isExact, undecided, type MissingFact, type Points } from '../src/measures/points.ts'
import { runAll, type Situation, type Tables } from '../src/measures/situation.ts'
import { exact } from '../src/decimal-text.ts'
import type { UnitFacts } from '../src/facts.ts'
import { sampleFacts } from './sample-pack.ts'

/** What a measure is given for one unit. No target is no task asked for, no actual is one that was not reported. */
export interface Given extends Partial<UnitFacts> {
  readonly target?: string
  readonly actual?: string
}

/** What a measure says of one unit by itself, as a word: `14.375`, `no-task`, `relative`, `undecided: actual a`. */
export function pointsOf(measure: Measure, weight: string, given: Given, tables: Tables = { sizeTiers: [] }): string {
  return groupPoints(measure, weight, [given], false, tables)[0] ?? 'nothing'
}

/** The same for each unit of a group. */
export function groupPoints(
  measure: Measure,
  weight: string,
  units: readonly Given[],
  complete = true,
  tables: Tables = { sizeTiers: [] },
): readonly string[] {
  const situations = units.map((given) => situationOf(weight, given))
  return runAll(runnerOf(measureSchema.parse(measure), tables), situations, complete).map(said)
}

function situationOf(weight: string, { target, actual, ...parts }: Given): Situation {
  const asked = target === undefined ? null : (parseExact(target) ?? undecided({ kind: 'target', key: 'a' }))
  const reached = (actual === undefined ? undefined : parseExact(actual)) ?? undecided({ kind: 'actual', key: 'a' })
  const known = asked !== null && isExact(asked) && isExact(reached) && !isZero(asked)
  return {
    weight: exact(weight),
    target: asked,
    actual: reached,
    completion: known ? divide(reached, asked) : null,
    facts: sampleFacts(parts),
  }
}

function said(points: Points): string {
  if (points.status === 'scored') return exactText(points.points)
  return points.status === 'undecided' ? saidMissing(points.missing) : points.status
}

/** A figure in the same words. */
export function saidFigure(
  value: Exact | { readonly status: string; readonly missing?: readonly MissingFact[] },
): string {
  if (!('status' in value)) return exactText(value)
  return value.missing ? saidMissing(value.missing) : value.status
}

function saidMissing(missing: readonly MissingFact[]): string {
  const places = missing.map(({ unit, kind, key, index, field }) =>
    [unit, kind, key, index?.toString(), field].filter((part) => part !== undefined && part !== '').join(' '),
  )
  return `undecided: ${places.join('; ')}`
}
