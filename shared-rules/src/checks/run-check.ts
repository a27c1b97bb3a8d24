import type { RowAssertion, TableAssertion } from './check.ts'
import { atLeast } from './row/at-least.ts'
import { atMost } from './row/at-most.ts'
import { differsFrom } from './row/differs-from.ts'
import { notAfter } from './row/not-after.ts'
import { notBefore } from './row/not-before.ts'
import { notBelowPrevious } from './row/not-below-previous.ts'
import { oneOf } from './row/one-of.ts'
import { readable } from './row/readable.ts'
import { required } from './row/required.ts'
import type { Finding, Row } from './row/row.ts'
import { sumsTo } from './row/sums-to.ts'
import { unitSlip } from './row/unit-slip.ts'
import { filledTable } from './table/filled-table.ts'
import { rowsKept } from './table/rows-kept.ts'
import type { Table, TableFinding } from './table/table.ts'
import { totalAtMost } from './table/total-at-most.ts'
import { unique } from './table/unique.ts'

type Of<A extends { kind: string }, K> = Extract<A, { kind: K }>
type RowFunctions = {
  readonly [K in RowAssertion['kind']]: (assertion: Of<RowAssertion, K>, row: Row) => readonly Finding[]
}
type TableFunctions = {
  readonly [K in TableAssertion['kind']]: (assertion: Of<TableAssertion, K>, table: Table) => readonly TableFinding[]
}

/** One entry for each kind of assertion; the compiler refuses a kind without its function. */
const onRow: RowFunctions = {
  readable,
  required,
  'at-least': atLeast,
  'at-most': atMost,
  'not-before': notBefore,
  'not-after': notAfter,
  'one-of': oneOf,
  'sums-to': sumsTo,
  'unit-slip': unitSlip,
  'not-below-previous': notBelowPrevious,
  'differs-from': differsFrom,
}
const onTable: TableFunctions = {
  unique,
  'filled-table': filledTable,
  'rows-kept': rowsKept,
  'total-at-most': totalAtMost,
}

export function concernsTable(assertion: RowAssertion | TableAssertion): assertion is TableAssertion {
  return assertion.kind in onTable
}

export function runOnRow(assertion: RowAssertion, row: Row): readonly Finding[] {
  // The table above pairs each kind with its own function, which the compiler cannot follow through the lookup.
  const run = onRow[assertion.kind] as (assertion: RowAssertion, row: Row) => readonly Finding[]
  return run(assertion, row)
}

export function runOnTable(assertion: TableAssertion, table: Table): readonly TableFinding[] {
  const run = onTable[assertion.kind] as (assertion: TableAssertion, table: Table) => readonly TableFinding[]
  return run(assertion, table)
}
