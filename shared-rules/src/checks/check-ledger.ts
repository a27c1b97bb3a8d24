import type { Form, Ledger } from '../forms/form.ts'
import { cellPath } from '../forms/cell-path.ts'
import type { FormRecord } from '../forms/record.ts'
import type { Check } from './check.ts'
import type { CheckMemory, Said } from './check-memory.ts'
import { findingsOf, isAsked, rowOf, typedColumns, type Surroundings, type Wanted } from './check-row.ts'
import { isBlank, matchRows, nameOf } from './match-rows.ts'
import type { Row } from './row/row.ts'
import { concernsTable, runOnTable } from './run-check.ts'
import type { Table, TableRow } from './table/table.ts'
import { rowVerdict, tableVerdict, type Verdict } from './verdict.ts'

/**
 * What the checks say of one ledger, one check at a time. All are held against a row at once, so that a row of which nothing is
 * said, as almost every one of a long ledger, is passed by once and not once for each check.
 */
export function checkLedger(
  checks: readonly Check[],
  form: Form,
  ledger: Ledger,
  record: FormRecord,
  surroundings: Surroundings,
  isWanted: Wanted,
  memory: CheckMemory,
): (check: Check) => readonly Verdict[] {
  const table = tableOf(ledger, record, surroundings)
  const sayOf = sayer(checks, form, table, isWanted)
  const spoken = table.rows.flatMap((line) => {
    const said = memory(checks, ledger, line, () => sayOf(line))
    return said.size > 0 ? [{ line, said }] : []
  })
  return (check) => {
    if (concernsTable(check.asserts)) {
      const findings = runOnTable(check.asserts, table).filter(isWanted)
      return findings.map((finding) => tableVerdict(check, finding, table))
    }
    return spoken.flatMap(({ line, said }) =>
      (said.get(check) ?? []).map((finding) =>
        rowVerdict(check, finding, line, placeOf(ledger, line), (column) => cellPath(ledger.id, line.index, column)),
      ),
    )
  }
}

function tableOf(ledger: Ledger, record: FormRecord, surroundings: Surroundings): Table {
  const columns = typedColumns(ledger.columns)
  const all = record.ledgers[ledger.id] ?? []
  const { previous, lost } = matchRows(ledger, all, surroundings.previous?.ledgers[ledger.id] ?? [])
  const rows = all.flatMap((cells, index) =>
    isBlank(ledger, cells) ? [] : [{ ...rowOf(cells, columns, previous[index] ?? null, surroundings), index }],
  )
  return { ledger, rows, columns, targets: surroundings.targets, lost }
}

function sayer(checks: readonly Check[], form: Form, { ledger, targets }: Table, isWanted: Wanted) {
  const looks = checks.flatMap((check) => {
    const { asserts, where } = check
    const concerned = where.some((one) => one.form === form.id && one.ledger === ledger.id)
    return !concerned || concernsTable(asserts) || !isAsked(check, targets)
      ? []
      : [{ check, find: findingsOf(check, asserts) }]
  })
  return (line: Row): Said =>
    new Map(
      looks.flatMap(({ check, find }) => {
        const findings = find(line).filter(isWanted)
        return findings.length > 0 ? [[check, findings] as const] : []
      }),
    )
}

function placeOf(ledger: Ledger, { cells, index }: TableRow): string {
  const name = nameOf(ledger, cells)
  return name === '' ? `第${index + 1}行` : `第${index + 1}行「${name}」`
}
