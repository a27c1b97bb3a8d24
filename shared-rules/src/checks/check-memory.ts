import type { Ledger } from '../forms/form.ts'
import type { Cells } from '../forms/record.ts'
import type { Check } from './check.ts'
import type { Finding, Row } from './row/row.ts'

/** What the checks of a ledger have to say of one row; a check that says nothing is left out. */
export type Said = ReadonlyMap<Check, readonly Finding[]>

/**
 * What was said of rows before, for whoever checks one ledger again after each change: a row that comes again as the same
 * object, under the same checks, with the same row before it, targets and last day, is not looked at again.
 */
export type CheckMemory = (checks: readonly Check[], ledger: Ledger, line: Row, say: () => Said) => Said

interface KnownRow extends Pick<Row, 'previous' | 'targets' | 'lastDay'> {
  readonly checks: readonly Check[]
  readonly ledger: Ledger
  readonly said: Said
}

export function checkMemory(): CheckMemory {
  const rows = new WeakMap<Cells, KnownRow>()
  return (checks, ledger, { cells, previous, targets, lastDay }, say) => {
    const known = rows.get(cells)
    const stands =
      known?.checks === checks &&
      known.ledger === ledger &&
      known.previous === previous &&
      known.targets === targets &&
      known.lastDay === lastDay
    if (known && stands) return known.said
    const said = say()
    rows.set(cells, { checks, ledger, previous, targets, lastDay, said })
    return said
  }
}
