import type { Exact } from '../exact.ts'
import type { MissingFact, Step } from '../measures/points.ts'
import type { Situation } from '../measures/situation.ts'
import type { IndicatorStatus } from './result.ts'

/** An indicator of one unit before weights left out are made up for and anything is rounded. */
export interface Measured {
  readonly indicator: string
  readonly weight: Exact | null
  readonly target: Exact | null
  readonly actual: Exact | null
  readonly completion: Exact | null
  readonly status: IndicatorStatus
  readonly points: Exact | null
  /** Whether the weight stands in the total: false for what is left out. */
  readonly counts: boolean
  /** False where the pack keeps a unit without this task out of the ranking. */
  readonly participates: boolean
  readonly working: readonly Step[]
  readonly missing: readonly MissingFact[]
  readonly clause?: string | undefined
  /** What a measure over the group needs to look at; null for what is settled without it. */
  readonly situation: Situation | null
}
