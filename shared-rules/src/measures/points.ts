import { exactText, type Exact } from '../exact.ts'

/** One named step of a calculation. `value` is exact text; the name is rendered in the reader's language elsewhere. */
export interface Step {
  readonly name: string
  readonly value: string
}

/** A fact that scoring needed and could not read. `index` and `field` point into a ledger. */
export interface MissingFact {
  readonly kind: 'target' | 'actual' | 'item'
  readonly key: string
  readonly index?: number
  readonly field?: string
}

/** What a measure says of one unit, with the steps that led there, unrounded. A score that cannot be known is no number. */
export type Points =
  | { readonly status: 'scored'; readonly points: string; readonly working: readonly Step[] }
  | { readonly status: 'no-task' }
  | { readonly status: 'undecided'; readonly missing: readonly MissingFact[] }
  /** Depends on other units; settled by a ranking. */
  | { readonly status: 'relative' }

export function scored(points: Exact, working: readonly (readonly [string, Exact])[]): Points {
  return {
    status: 'scored',
    points: exactText(points),
    working: working.map(([name, value]) => ({ name, value: exactText(value) })),
  }
}
