import type { MissingFact, Step } from '../measures/points.ts'
import type { Convention } from './conventions.ts'
import type { Input } from './inputs.ts'

/**
 * What became of one indicator of one unit.
 *
 * `no-task` the unit was not asked for it · `excluded` it takes no part (clause) · `pending` not handed down yet ·
 * `undecided` a fact is missing, which one · `relative` waits for the other units.
 */
export type IndicatorStatus = 'scored' | 'no-task' | 'excluded' | 'pending' | 'undecided' | 'relative'

/** Figures are exact text (`14.375`, `100/7`) unless said otherwise; null is "there is none", never zero. */
export interface IndicatorResult {
  readonly indicator: string
  /** Of the unit's pool, as the pack has it. */
  readonly weight: string | null
  readonly target: string | null
  /** The figure as used: reported, counted or summed. */
  readonly actual: string | null
  /** A ⁄ T, never capped. */
  readonly completion: string | null
  readonly status: IndicatorStatus
  /** Unrounded, after the factor that makes up for weights left out. */
  readonly points: string | null
  /** Rounded as the pack says. */
  readonly shown: string | null
  readonly working: readonly Step[]
  readonly missing: readonly MissingFact[]
  /** The facts that were looked at, and what the pack says where offices disagree. For the reader, in no fingerprint; empty where nothing was measured. */
  readonly inputs?: readonly Input[]
  readonly conventions?: readonly Convention[]
  /** Why the unit is kept out. */
  readonly clause?: string
}

/** The points of one unit. While a fact is missing there is no total, only what has been counted so far. */
export type Total =
  | { readonly kind: 'total'; readonly shown: string; readonly exact: string }
  | {
      readonly kind: 'withheld'
      /** Indicators that are undecided or wait for the other units. */
      readonly undecided: readonly string[]
      /** The shown points so far, and the weights they stand for. */
      readonly counted: string
      readonly countedWeight: string
    }

export interface UnitResult {
  readonly unit: string
  /** In the order of the pack. */
  readonly indicators: readonly IndicatorResult[]
  readonly total: Total
  /** The veto, or the indicator without a task, that keeps the unit out of the ranking. Its points stay readable. */
  readonly unranked?: string
}
