import type { Exact } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import type { SizeTiers } from '../pack/size-tiers.ts'
import type { Points, Undecided, WithoutTask } from './points.ts'

/** What a measure may look at: the weight in the unit's pool, what was asked, what was reached, and the unit's facts. */
export interface Situation {
  readonly weight: Exact
  /** Null where nothing was asked. */
  readonly target: Exact | Undecided | null
  readonly actual: Exact | Undecided | WithoutTask
  /** A ⁄ T, where both are known and T is not zero. */
  readonly completion: Exact | null
  readonly facts: UnitFacts
}

/** By the unit's own figures. */
export type OwnRunner = (situation: Situation) => Points

/** By the figures of all units of the group, in their order. While the group is not `complete`, what depends on the others is `relative`. */
export type GroupRunner = (situations: readonly Situation[], complete: boolean) => readonly Points[]

/** A measure with its figures read once, for many units. */
export type Runner =
  { readonly over: 'unit'; readonly run: OwnRunner } | { readonly over: 'group'; readonly run: GroupRunner }

export function runAll(runner: Runner, situations: readonly Situation[], complete: boolean): readonly Points[] {
  return runner.over === 'unit'
    ? situations.map((situation) => runner.run(situation))
    : runner.run(situations, complete)
}

/** What measures refer to by id. */
export interface Tables {
  readonly sizeTiers: readonly SizeTiers[]
}
