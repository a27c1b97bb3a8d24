import { exactText, type Exact } from '../exact.ts'

/** What a step of a calculation is called; rendered in the reader's language by `renderWorking`. */
export type StepName =
  // what a measure looks at
  | 'completion'
  | 'reverse'
  | 'excess'
  | 'difference'
  | 'lead'
  | 'actual'
  // how it is counted
  | 'counted'
  | 'base'
  | 'steps'
  | 'change'
  | 'reached'
  | 'not-reached'
  | 'item'
  | 'items'
  | 'bounded'
  | 'each'
  | 'taken-off'
  // where it stands among the others
  | 'worst'
  | 'best'
  | 'mean'
  | 'median'
  | 'rank'
  | 'all-equal'
  | 'alone'
  // composed measures and the total
  | 'part'
  | 'no-task'
  | 'group-mean'
  | 'full-points'
  | 'factor'

/** One named step of a calculation. `value` is exact text; `item` is the place of a ledger row, from zero; `part` the title of a part. */
export interface Step {
  readonly name: StepName
  readonly value: string
  readonly item?: number
  readonly part?: string
}

/** A fact that scoring needed and could not read. `index` and `field` point into a ledger; `unit` is another unit's. */
export interface MissingFact {
  readonly kind: 'target' | 'actual' | 'item'
  readonly key: string
  readonly index?: number
  readonly field?: string
  readonly unit?: string
}

export interface Undecided {
  readonly status: 'undecided'
  readonly missing: readonly MissingFact[]
}
export interface WithoutTask {
  readonly status: 'no-task'
}
export interface Scored {
  readonly status: 'scored'
  readonly points: Exact
  readonly working: readonly Step[]
}

/** What a measure says of one unit, unrounded, with the steps that led there. A score that cannot be known is no number. */
export type Points =
  | Scored
  | WithoutTask
  | Undecided
  /** Depends on units that are not at hand. */
  | { readonly status: 'relative' }

export const withoutTask: WithoutTask = { status: 'no-task' }
export const undecided = (...missing: readonly MissingFact[]): Undecided => ({ status: 'undecided', missing })
export const scored = (points: Exact, ...working: readonly Step[]): Scored => ({ status: 'scored', points, working })

export function isExact(value: Exact | Undecided | WithoutTask): value is Exact {
  return !('status' in value)
}

export const step = (name: StepName, value: Exact): Step => ({ name, value: exactText(value) })
