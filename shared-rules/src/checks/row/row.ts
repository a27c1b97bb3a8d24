import { parseExact, type Exact } from '../../exact.ts'
import { isDay } from '../../day.ts'
import type { Column } from '../../forms/form.ts'
import type { Cells } from '../../forms/record.ts'
import type { Outcome } from '../../outcome.ts'
import type { Targets } from '../../unit.ts'

/** One row as a check sees it: the unit's row of the matrix, or one row of a ledger. */
export interface Row {
  readonly cells: Cells
  readonly columns: ReadonlyMap<string, Column>
  readonly targets: Targets
  /** The same row in the report before, where there is one. */
  readonly previous: Cells | null
  /** The earlier of today and the end of the window. */
  readonly lastDay: string
}

/** What a check says of one place in a row; the first column is the place, the others were looked at besides. */
export interface Finding {
  readonly columns: readonly string[]
  readonly outcome: Outcome
  /** What may stand in the first column instead. */
  readonly suggestion?: string
}

export const passed: Outcome = { status: 'passed' }
export const notApplicable: Outcome = { status: 'not-applicable' }
export const undecided = (...missing: readonly string[]): Outcome => ({ status: 'undecided', missing })
export const failed = (values: Readonly<Record<string, string>>): Outcome => ({ status: 'failed', values })

export const textOf = (cells: Cells, column: string): string => cells[column]?.trim() ?? ''

/** The figure in a cell; null when the cell is empty, undefined when it cannot be read. */
export function figureOf(cells: Cells, column: string): Exact | null | undefined {
  const text = textOf(cells, column)
  return text === '' ? null : parseExact(text)
}

/** The day in a cell; null when the cell is empty, undefined when it cannot be read. */
export function dayOf(cells: Cells, column: string): string | null | undefined {
  const text = textOf(cells, column)
  return text === '' ? null : isDay(text) ? text : undefined
}

/** The words a person finds above the column. */
export function titleOf(columns: ReadonlyMap<string, Column>, column: string): string {
  return columns.get(column)?.head.at(-1)?.replaceAll(/\s/g, '') ?? column
}
