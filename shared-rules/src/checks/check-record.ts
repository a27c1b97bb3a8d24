import { conditionTest } from '../condition.ts'
import type { Column, Form, Ledger } from '../forms/form.ts'
import { cellPath, type Cells, type FormRecord } from '../forms/record.ts'
import type { Outcome } from '../outcome.ts'
import type { Targets, Unit } from '../unit.ts'
import type { Check, RowAssertion } from './check.ts'
import { noCheckMemory, type CheckMemory } from './check-memory.ts'
import { isBlank, matchRows, nameOf } from './match-rows.ts'
import { notApplicable, textOf, undecided, type Finding, type Row } from './row/row.ts'
import { concernsTable, runOnRow, runOnTable } from './run-check.ts'
import type { Table, TableRow } from './table/table.ts'
import { rowVerdict, tableVerdict, verdict, type Verdict } from './verdict.ts'

/** What a record is checked against besides itself. Days are `2019-06-18`; `until` is the end of the window reported on. */
export interface Surroundings {
  readonly unit: Unit
  readonly targets: Targets
  readonly previous: FormRecord | null
  readonly asOf: string
  readonly until: string
}

/**
 * Runs every check of the pack that looks at this form, in the order of the pack, row by row. Same pack and record, same
 * verdicts, wherever it runs. A cell that is there but cannot be read leaves the checks that need it undecided; wholly
 * blank rows are nobody's.
 */
export function checkRecord(
  pack: { readonly checks: readonly Check[] },
  form: Form,
  record: FormRecord,
  surroundings: Surroundings,
): readonly Verdict[] {
  return verdictsOf(pack, form, record, surroundings, () => true)
}

/** Of the verdicts of `checkRecord` those that failed, without the many more that did not. */
export function failedVerdicts(...[pack, form, record, surroundings]: Parameters<typeof checkRecord>) {
  return verdictsOf(pack, form, record, surroundings, ({ outcome }) => outcome.status === 'failed')
}

/** Of the verdicts of `checkRecord` those that say something: what failed, and what waits for a fact. */
export function openVerdicts(
  pack: { readonly checks: readonly Check[] },
  form: Form,
  record: FormRecord,
  surroundings: Surroundings,
  memory?: CheckMemory,
): readonly Verdict[] {
  const isOpen: Wanted = ({ outcome }) => outcome.status === 'failed' || outcome.status === 'undecided'
  return verdictsOf(pack, form, record, surroundings, isOpen, memory)
}

type Wanted = (found: { readonly outcome: Outcome }) => boolean

function verdictsOf(
  pack: { readonly checks: readonly Check[] },
  form: Form,
  record: FormRecord,
  surroundings: Surroundings,
  isWanted: Wanted,
  memory = noCheckMemory,
): readonly Verdict[] {
  const matrix = matrixRow(form, record, surroundings)
  const tables = new Map(form.ledgers.map((ledger) => [ledger.id, ledgerTable(ledger, record, surroundings)]))
  return pack.checks.flatMap((check) =>
    check.where
      .filter((where) => where.form === form.id)
      .flatMap(({ ledger }) => {
        if (check.tasks && !check.tasks.some((task) => textOf(surroundings.targets, task) !== '')) {
          return isWanted({ outcome: notApplicable }) ? [verdict(check, notApplicable, [])] : []
        }
        if (ledger === undefined) return matrixVerdicts(check, matrix, surroundings.unit, isWanted)
        const table = tables.get(ledger)
        return table ? ledgerVerdicts(check, table, isWanted, memory) : []
      }),
  )
}

function matrixRow(form: Form, record: FormRecord, surroundings: Surroundings): Row {
  const columns = new Map(form.matrix.columns.filter(isTyped).map((column) => [column.id, column]))
  return row(record.cells, columns, surroundings.previous?.cells ?? null, surroundings)
}

function ledgerTable(ledger: Ledger, record: FormRecord, surroundings: Surroundings): Table {
  const columns = new Map(ledger.columns.filter(isTyped).map((column) => [column.id, column]))
  const all = record.ledgers[ledger.id] ?? []
  const { previous, lost } = matchRows(ledger, all, surroundings.previous?.ledgers[ledger.id] ?? [])
  const rows = all.flatMap((cells, index) =>
    isBlank(ledger, cells)
      ? []
      : [{ ...row(cells, columns, previous[index] ?? null, surroundings), ...placeOf(ledger, cells, index) }],
  )
  return { ledger, rows, columns, targets: surroundings.targets, lost }
}

function row(cells: Cells, columns: Row['columns'], previous: Cells | null, surroundings: Surroundings): Row {
  const { targets, asOf, until } = surroundings
  return { cells, columns, targets, previous, lastDay: asOf < until ? asOf : until }
}

function placeOf(ledger: Ledger, cells: Cells, index: number): Omit<TableRow, keyof Row> {
  const name = nameOf(ledger, cells)
  const place = name === '' ? `第${index + 1}行` : `第${index + 1}行「${name}」`
  return { index, place, path: cellPath(ledger.id, index, '') }
}

const isTyped = ({ role }: Column): boolean => role === 'input' || role === 'note' || role === 'number'

function matrixVerdicts(check: Check, matrix: Row, unit: Unit, isWanted: Wanted): readonly Verdict[] {
  if (concernsTable(check.asserts)) return []
  return findingsOf(
    check,
    check.asserts,
  )(matrix)
    .filter(isWanted)
    .map((finding) => rowVerdict(check, finding, matrix, unit.name, (column) => cellPath(column)))
}

function ledgerVerdicts(check: Check, table: Table, isWanted: Wanted, memory: CheckMemory): readonly Verdict[] {
  const { asserts } = check
  if (concernsTable(asserts)) {
    const findings = runOnTable(asserts, table).filter(isWanted)
    return findings.map((finding) => tableVerdict(check, finding, table))
  }
  const findings = findingsOf(check, asserts)
  return table.rows.flatMap((line) =>
    memory(check, table.ledger, line, findings)
      .filter(isWanted)
      .map((finding) => rowVerdict(check, finding, line, line.place, (column) => line.path + column)),
  )
}

/** `when` first: a condition that does not hold, or has nothing to look at, leaves the row alone. */
function findingsOf(check: Check, asserts: RowAssertion): (line: Row) => readonly Finding[] {
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
