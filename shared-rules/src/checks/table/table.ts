import type { Ledger } from '../../forms/form.ts'
import type { Row } from '../row/row.ts'
import type { Outcome } from '../../outcome.ts'
import type { Cells } from '../../forms/record.ts'

/** A row with its place in the record. */
export interface TableRow extends Row {
  readonly index: number
}

/** A ledger as a check over several rows sees it. Blank rows are left out. */
export interface Table {
  readonly ledger: Ledger
  readonly rows: readonly TableRow[]
  readonly columns: Row['columns']
  readonly targets: Row['targets']
  /** The rows of the report before that this one no longer has. */
  readonly lost: readonly Cells[]
}

export interface TablePlace {
  readonly index: number
  readonly column: string
}

/** What a check says of a ledger; the first place leads. No place at all: nothing to point at. */
export interface TableFinding {
  readonly places: readonly TablePlace[]
  readonly outcome: Outcome
}
