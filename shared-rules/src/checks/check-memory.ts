import type { Ledger } from '../forms/form.ts'
import type { Cells } from '../forms/record.ts'
import type { Check } from './check.ts'
import type { Finding, Row } from './row/row.ts'

type Find = (line: Row) => readonly Finding[]

/**
 * What checks found in rows before, for whoever checks one ledger again after each change: a row that comes again as the same
 * object, with the same row before it, targets and last day, is not looked at again.
 */
export type CheckMemory = (check: Check, ledger: Ledger, line: Row, find: Find) => readonly Finding[]

export const noCheckMemory: CheckMemory = (_check, _ledger, line, find) => find(line)

interface KnownRow extends Pick<Row, 'previous' | 'targets' | 'lastDay'> {
  readonly ledger: Ledger
  readonly findings: Map<Check, readonly Finding[]>
}

export function checkMemory(): CheckMemory {
  const rows = new WeakMap<Cells, KnownRow>()
  const knownRow = ({ cells, previous, targets, lastDay }: Row, ledger: Ledger): KnownRow => {
    const known = rows.get(cells)
    const stands =
      known?.ledger === ledger && known.previous === previous && known.targets === targets && known.lastDay === lastDay
    if (known && stands) return known
    const fresh = { ledger, previous, targets, lastDay, findings: new Map<Check, readonly Finding[]>() }
    rows.set(cells, fresh)
    return fresh
  }
  return (check, ledger, line, find) => {
    const { findings } = knownRow(line, ledger)
    const found = findings.get(check) ?? find(line)
    findings.set(check, found)
    return found
  }
}
