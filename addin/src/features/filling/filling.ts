import {
  checkRecord,
  evaluateUnit,
  factsOfRecords,
  readForm,
  recognise,
  type CellAddress,
  type CellPath,
  type Form,
  type FormRecord,
  type Pack,
  type Recognition,
  type Targets,
  type Unit,
  type UnitFacts,
  type UnitResult,
  type WorkbookSnapshot,
} from '@kaohe/shared-rules'
import type { Finding } from '../../ui/FindingRow.tsx'
import { entriesOf, type Entries } from './entries.ts'
import { findingsOf } from './findings.ts'

/** What the sheet is looked at with: the pack, the unit and what it has reported before. */
export interface FillingBasis {
  readonly pack: Pack
  readonly unit: Unit
  readonly units: readonly Unit[]
  readonly targets: Targets
  /** The latest report of each form. */
  readonly records: Readonly<Record<string, FormRecord | undefined>>
  /** Today and the last day of the window, in China. */
  readonly asOf: string
  readonly until: string
}

/** The sheet as the unit's report, checked and scored. */
export interface Filled {
  readonly step: 'filled'
  readonly form: Form
  readonly record: FormRecord
  readonly addresses: Readonly<Record<CellPath, CellAddress>>
  readonly findings: readonly Finding[]
  readonly entries: Entries
  readonly facts: UnitFacts
  readonly result: UnitResult
  /** Cells of other units that were filled in: shown, never sent. */
  readonly foreign: readonly CellAddress[]
  /** The sheets this was read from. */
  readonly sheets: readonly string[]
}

export type Filling =
  | { readonly step: 'unrecognised'; readonly tried: Extract<Recognition, { kind: 'unrecognised' }>['tried'] }
  | {
      readonly step: 'no-row'
      readonly form: Form
      readonly unit: Unit
      /** Rows that all bear the unit's name; empty when none does. */
      readonly rows: readonly CellAddress[]
    }
  | Filled

/** From what was read of the workbook to all the pane shows: recognise, read, check, score. Pure; the service does the same. */
export function fill(basis: FillingBasis, snapshot: WorkbookSnapshot): Filling {
  const { pack, unit, units, targets, records, asOf, until } = basis
  const seen = recognise(pack.forms, snapshot, units)
  if (seen.kind === 'unrecognised') return { step: 'unrecognised', tried: seen.tried }
  const { form, binding } = seen
  const read = readForm(form, binding, snapshot, unit)
  if (read.kind === 'no-row') return { step: 'no-row', form, unit, rows: read.rows }
  const { record, addresses } = read
  const previous = records[form.id] ?? null
  const verdicts = checkRecord(pack, form, record, { unit, targets, previous, asOf, until })
  const facts = factsOfRecords(pack, unit, targets, { ...records, [form.id]: record })
  const result = evaluateUnit(pack, facts)
  const findings = findingsOf(pack, form, verdicts, addresses)
  return {
    step: 'filled',
    form,
    record,
    addresses,
    findings,
    entries: entriesOf(pack, form, read, findings, result),
    facts,
    result,
    foreign: read.foreign,
    sheets: [binding.matrix, ...Object.values(binding.ledgers)].map(({ sheet }) => sheet),
  }
}
