import type { Exact } from '../exact.ts'
import type { UnitFacts } from '../facts.ts'
import type { SizeTiers } from '../pack/size-tiers.ts'
import type { Points, Undecided } from './points.ts'

/** What a measure may look at: the weight in the unit's pool, what was asked, what was reached, and the unit's ledgers. */
export interface Situation {
  readonly weight: Exact
  readonly target: Exact | null
  readonly actual: Exact | Undecided
  readonly facts: UnitFacts
}

/** A measure with its figures read once, for many units. */
export type Runner = (situation: Situation) => Points

/** What measures refer to by id. */
export interface Tables {
  readonly sizeTiers: readonly SizeTiers[]
}
