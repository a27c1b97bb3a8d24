import { conditionTest } from '../condition.ts'
import type { Column } from '../forms/form.ts'
import type { Cells, FormRecord } from '../forms/record.ts'
import type { Outcome } from '../outcome.ts'
import type { Targets, Unit } from '../unit.ts'
import type { Check, RowAssertion } from './check.ts'
import { notApplicable, textOf, undecided, type Finding, type Row } from './row/row.ts'
import { runOnRow } from './run-check.ts'

/** What a record is checked against besides itself. Days are `2019-06-18`; `until` is the end of the window reported on. */
export interface Surroundings {
  readonly unit: Unit
  readonly targets: Targets
  readonly previous: FormRecord | null
  readonly asOf: string
  readonly until: string
}

/** Which findings are asked for. */
export type Wanted = (found: { readonly outcome: Outcome }) => boolean

/** Some checks are only for who has one of these tasks. */
export const isAsked = ({ tasks }: Check, targets: Targets): boolean =>
  !tasks || tasks.some((task) => textOf(targets, task) !== '')

/** The columns that somebody types in, by id. */
export function typedColumns(columns: readonly Column[]): Row['columns'] {
  return new Map(columns.filter(({ role }) => typed.has(role)).map((column) => [column.id, column]))
}
const typed: ReadonlySet<Column['role']> = new Set(['input', 'note', 'number'] as const)

/** One row as the checks see it. */
export function rowOf(
  cells: Cells,
  columns: Row['columns'],
  previous: Cells | null,
  { targets, asOf, until }: Surroundings,
): Row {
  return { cells, columns, targets, previous, lastDay: asOf < until ? asOf : until }
}

/** `when` first: a condition that does not hold, or has nothing to look at, leaves the row alone. */
export function findingsOf(check: Check, asserts: RowAssertion): (line: Row) => readonly Finding[] {
  const columns = 'columns' in asserts ? asserts.columns : 'column' in asserts ? [asserts.column] : []
  const conditions = (check.when ?? []).map((condition) => ({ field: condition.field, test: conditionTest(condition) }))
  return (line) => {
    const waiting: string[] = []
    for (const { field, test } of conditions) {
      const holds = test(line.cells)
      if (holds === false || (holds === undefined && textOf(line.cells, field) === '')) {
        return [{ columns, outcome: notApplicable }]
      }
      if (holds === undefined) waiting.push(field)
    }
    return waiting.length > 0 ? [{ columns, outcome: undecided(...waiting) }] : runOnRow(asserts, line)
  }
}
