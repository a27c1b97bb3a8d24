import { exactText, type Exact } from '../exact.ts'

/** What a step of a calculation is called; rendered in the reader's language by `renderWorking`. */
export type StepName =
  | 'completion'
  | 'reverse'
  | 'excess'
  | 'difference'
  | 'actual'
  | 'counted'
  | 'full-points'
  | 'item'
  | 'items'
  | 'bounded'
  | 'each'
  | 'taken-off'
  | 'no-task'
  | 'factor'

/** One named step of a calculation. `value` is exact text; `item` is the place of a ledger row, from zero. */
export interface Step {
  readonly name: StepName
  readonly value: string
  readonly item?: number
}

/** A fact that scoring needed and could not read. `index` and `field` point into a ledger. */
export interface MissingFact {
  readonly kind: 'target' | 'actual' | 'item'
  readonly key: string
  readonly index?: number
  readonly field?: string
}

export interface Undecided {
  readonly status: 'undecided'
  readonly missing: readonly MissingFact[]
}

/** What a measure says of one unit, unrounded, with the steps that led there. A score that cannot be known is no number. */
export type Points =
  | { readonly status: 'scored'; readonly points: Exact; readonly working: readonly Step[] }
  | { readonly status: 'no-task' }
  | Undecided

export const undecided = (...missing: readonly MissingFact[]): Undecided => ({ status: 'undecided', missing })

export function isUndecided(value: Exact | Undecided): value is Undecided {
  return 'status' in value
}

export const step = (name: StepName, value: Exact): Step => ({ name, value: exactText(value) })
