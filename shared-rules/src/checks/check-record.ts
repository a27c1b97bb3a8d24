import { conditionTest } from '../condition.ts'
import type { Column, Form, Ledger } from '../forms/form.ts'
import { cellPath, type CellPath, type Cells, type FormRecord } from '../forms/record.ts'
import type { Outcome } from '../outcome.ts'
import type { Targets, Unit } from '../unit.ts'
import type { Check, RowAssertion } from './check.ts'
import { isBlank, matchRows } from './match-rows.ts'
import { fillMessage, waitingMessage } from './message.ts'
import { notApplicable, textOf, titleOf, undecided, type Finding, type Row } from './row/row.ts'
import { concernsTable, runOnRow, runOnTable } from './run-check.ts'
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
  const matrix = matrixRow(form, record, surroundings)
  const tables = new Map(form.ledgers.map((ledger) => [ledger.id, ledgerTable(ledger, record, surroundings)]))
  return pack.checks.flatMap((check) =>
    check.where
      .filter((where) => where.form === form.id)
      .flatMap(({ ledger }) => {
        if (check.tasks && !check.tasks.some((task) => textOf(surroundings.targets, task) !== '')) {
          return [verdict(check, notApplicable, [])]
        }
        if (ledger === undefined) return matrixVerdicts(check, matrix, surroundings.unit)
        const table = tables.get(ledger)
        return table ? ledgerVerdicts(check, table) : []
      }),
  )
}

/** Where a person's reason for an amber verdict is kept: one sentence a check and place. */
export function reasonKey({ check, paths: [path = ''] }: Verdict): string {
  return `${check}@${path}`
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
    isBlank(ledger, cells) ? [] : [{ ...row(cells, columns, previous[index] ?? null, surroundings), index }],
  )
  return { ledger, rows, columns, targets: surroundings.targets, lost }
}

function row(cells: Cells, columns: Row['columns'], previous: Cells | null, surroundings: Surroundings): Row {
  const { targets, asOf, until } = surroundings
  return { cells, columns, targets, previous, lastDay: asOf < until ? asOf : until }
}

const isTyped = ({ role }: Column): boolean => role === 'input' || role === 'note' || role === 'number'

function matrixVerdicts(check: Check, matrix: Row, unit: Unit): readonly Verdict[] {
  if (concernsTable(check.asserts)) return []
  return findings(check, check.asserts, matrix).map((finding) =>
    rowVerdict(check, finding, matrix, unit.name, (column) => cellPath(column)),
  )
}

function ledgerVerdicts(check: Check, table: Table): readonly Verdict[] {
  const { asserts } = check
  if (concernsTable(asserts)) return runOnTable(asserts, table).map((finding) => tableVerdict(check, finding, table))
  const [naming = ''] = table.ledger.identity
  return table.rows.flatMap((line) => {
    const name = textOf(line.cells, naming)
    const place = name === '' ? `第${line.index + 1}行` : `第${line.index + 1}行「${name}」`
    return findings(check, asserts, line).map((finding) =>
      rowVerdict(check, finding, line, place, (column) => cellPath(table.ledger.id, line.index, column)),
    )
  })
}

/** `when` first: a condition that does not hold, or has nothing to look at, leaves the row alone. */
function findings(check: Check, asserts: RowAssertion, line: Row): readonly Finding[] {
  const columns = 'columns' in asserts ? asserts.columns : 'column' in asserts ? [asserts.column] : []
  const waiting: string[] = []
  for (const condition of check.when ?? []) {
    const holds = conditionTest(condition)(line.cells)
    const empty = textOf(line.cells, condition.field) === ''
    if (holds === false || (holds === undefined && empty)) return [{ columns, outcome: notApplicable }]
    if (holds === undefined) waiting.push(condition.field)
  }
  return waiting.length > 0 ? [{ columns, outcome: undecided(...waiting) }] : runOnRow(asserts, line)
}

function rowVerdict(
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

function tableVerdict(check: Check, { places, outcome }: TableFinding, table: Table): Verdict {
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
      return waitingMessage(names.place, names.column, titles)
    }
  }
}

function verdict(check: Check, outcome: Outcome, paths: readonly CellPath[], message?: string): Verdict {
  const { id, severity, clause } = check
  return { check: id, severity, outcome, paths, ...(message === undefined ? {} : { message }), clause }
}
