import type { Exact } from '../exact.ts'
import type { MissingFact, Step } from '../measures/points.ts'
import type { IndicatorStatus } from './result.ts'

/** An indicator of one unit before weights left out are made up for and anything is rounded. */
export interface Measured {
  readonly indicator: string
  readonly weight: Exact | null
  readonly target: Exact | null
  readonly actual: Exact | null
  readonly status: IndicatorStatus
  readonly points: Exact | null
  /** Whether the weight stands in the total: false for what is left out. */
  readonly counts: boolean
  readonly working: readonly Step[]
  readonly missing: readonly MissingFact[]
  readonly clause?: string
}
