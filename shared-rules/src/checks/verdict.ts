import { cellPath, type CellPath } from '../forms/cell-path.ts'
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
export function reasonKey({ check, paths: [path = ''] }: Pick<Verdict, 'check' | 'paths'>): string {
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
  const stands = verdict(check, outcome, columns.map(pathOf))
  // Almost every verdict of a long ledger ends here.
  if (outcome.status === 'passed' || outcome.status === 'not-applicable') return stands
  const message = messageOf(check, outcome, place, column, line.columns)
  return suggestion === undefined
    ? { ...stands, message }
    : { ...stands, message, suggestion: { path: pathOf(column), value: suggestion } }
}

/** A finding about a ledger, put in words. */
export function tableVerdict(check: Check, { places, outcome }: TableFinding, table: Table): Verdict {
  const paths = places.map(({ index, column }) => cellPath(table.ledger.id, index, column))
  const stands = verdict(check, outcome, paths)
  if (outcome.status === 'passed' || outcome.status === 'not-applicable') return stands
  const message = messageOf(check, outcome, `《${table.ledger.title}》`, places[0]?.column ?? '', table.columns)
  return { ...stands, message }
}

/** A verdict without words. */
export function verdict({ id, severity, clause }: Check, outcome: Outcome, paths: readonly CellPath[]): Verdict {
  return { check: id, severity, outcome, paths, clause }
}

type Spoken = Extract<Outcome, { status: 'failed' | 'undecided' }>

function messageOf(check: Check, outcome: Spoken, place: string, column: string, columns: Row['columns']): string {
  const title = titleOf(columns, column)
  if (outcome.status === 'failed') return fillMessage(check.message, { place, column: title, ...outcome.values })
  const missing = outcome.missing.map((id) => titleOf(columns, id))
  return waitingMessage(place, title, check.title, missing)
}
