import type { Form } from '../forms/form.ts'
import { cellPath } from '../forms/cell-path.ts'
import type { FormRecord } from '../forms/record.ts'
import type { Unit } from '../unit.ts'
import type { Check } from './check.ts'
import { checkLedger } from './check-ledger.ts'
import type { CheckMemory } from './check-memory.ts'
import { findingsOf, isAsked, rowOf, typedColumns, type Surroundings, type Wanted } from './check-row.ts'
import { notApplicable, type Row } from './row/row.ts'
import { concernsTable } from './run-check.ts'
import { rowVerdict, verdict, type Verdict } from './verdict.ts'

export type { Surroundings } from './check-row.ts'

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

function verdictsOf(
  { checks }: { readonly checks: readonly Check[] },
  form: Form,
  record: FormRecord,
  surroundings: Surroundings,
  isWanted: Wanted,
  memory: CheckMemory = (_checks, _ledger, _line, say) => say(),
): readonly Verdict[] {
  const { cells } = record
  const matrix = rowOf(cells, typedColumns(form.matrix.columns), surroundings.previous?.cells ?? null, surroundings)
  const ledgers = new Map(
    form.ledgers.map((ledger) => [
      ledger.id,
      checkLedger(checks, form, ledger, record, surroundings, isWanted, memory),
    ]),
  )
  return checks.flatMap((check) =>
    check.where
      .filter((where) => where.form === form.id)
      .flatMap(({ ledger }) => {
        if (!isAsked(check, surroundings.targets)) {
          return isWanted({ outcome: notApplicable }) ? [verdict(check, notApplicable, [])] : []
        }
        if (ledger === undefined) return matrixVerdicts(check, matrix, surroundings.unit, isWanted)
        return ledgers.get(ledger)?.(check) ?? []
      }),
  )
}

function matrixVerdicts(check: Check, matrix: Row, unit: Unit, isWanted: Wanted): readonly Verdict[] {
  if (concernsTable(check.asserts)) return []
  return findingsOf(
    check,
    check.asserts,
  )(matrix)
    .filter(isWanted)
    .map((finding) => rowVerdict(check, finding, matrix, unit.name, (column) => cellPath(column)))
}
