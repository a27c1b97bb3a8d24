import { cellPath, type CellPath } from '../forms/record.ts'
import type { Outcome } from '../outcome.ts'
import type { Check } from './check.ts'
import { fillMessage, waitingMessage } from './message.ts'
import { titleOf, type Finding, type Row } from './row/row.ts'
import type { Table, TableFinding } from './table/table.ts'

/** What a check says of one place of a record. */
export interface Verdict {
  readonly check: string
  readonly severity: Check['severity']
  /** `missing` of an undecided outcome and the keys of its cells are column ids. */
  readonly outcome: Outcome
  /** The cells concerned; the first is where to lead. Empty where no cell can be named, as for a row that is gone. */
  readonly paths: readonly CellPath[]
  /** For the reader: place, fault and what would pass. Only while the outcome is failed or undecided. */
  readonly message?: string
  /** What may be written instead, with the reader's consent. */
  readonly suggestion?: { readonly path: CellPath; readonly value: string }
  readonly clause: string
}

/** Where a person's reason for an amber verdict is kept: one sentence a check and place. */
export function reasonKey({ check, paths: [path = ''] }: Verdict): string {
  return `${check}@${path}`
}

/** A finding about a row, put in words. `pathOf` knows where the row's cells are. */
export function rowVerdict(
  check: Check,
  { columns, outcome, suggestion }: Finding,
  line: Row,
  place: string,
  pathOf: (column: string) => CellPath,
): Verdict {
  const [column = ''] = columns
  const paths = columns.map(pathOf)
  const message = messageOf(check, outcome, { place, column: titleOf(line.columns, column) }, line.columns)
  return {
    ...verdict(check, outcome, paths, message),
    ...(suggestion === undefined ? {} : { suggestion: { path: pathOf(column), value: suggestion } }),
  }
}

/** A finding about a ledger, put in words. */
export function tableVerdict(check: Check, { places, outcome }: TableFinding, table: Table): Verdict {
  const paths = places.map(({ index, column }) => cellPath(table.ledger.id, index, column))
  const [first] = places
  const names = { place: `《${table.ledger.title}》`, column: titleOf(table.columns, first?.column ?? '') }
  return verdict(check, outcome, paths, messageOf(check, outcome, names, table.columns))
}

function messageOf(
  check: Check,
  outcome: Outcome,
  names: { readonly place: string; readonly column: string },
  columns: Row['columns'],
): string | undefined {
  switch (outcome.status) {
    case 'passed':
    case 'not-applicable':
      return undefined
    case 'failed':
      return fillMessage(check.message, { ...names, ...outcome.values })
    case 'undecided': {
      const titles = outcome.missing.map((column) => titleOf(columns, column))
      return waitingMessage(names.place, names.column, check.title, titles)
    }
  }
}

/** A verdict as it stands. */
export function verdict(check: Check, outcome: Outcome, paths: readonly CellPath[], message?: string): Verdict {
  const { id, severity, clause } = check
  return { check: id, severity, outcome, paths, ...(message === undefined ? {} : { message }), clause }
}
