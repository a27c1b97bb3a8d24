import {
  evaluateUnit,
  factsOfRecords,
  openVerdicts,
  readForm,
  type Binding,
  type CellAddress,
  type CellPath,
  type CheckMemory,
  type Cells,
  type Form,
  type FormRecord,
  type ItemMemory,
  type Pack,
  type ReadingMemory,
  type Recognition,
  type RecognitionMemory,
  type Targets,
  type Unit,
  type UnitFacts,
  type UnitResult,
  type WorkbookSnapshot,
} from '@kaohe/shared-rules'
import type { Standing, Verification } from '../../api/client.ts'
import type { Finding } from '../../ui/FindingRow.tsx'
import type { NotSent } from '../../ui/not-sent.ts'
import { entriesOf, type Entries } from './entries.ts'
import { findingsOf } from './findings.ts'
import { outdatedOf, type Outdated } from './outdated.ts'
import { recogniseInForce, type ChosenBinding, type Recognised } from './recognising.ts'
import { returnsOf, type Return } from './returns.ts'
import { unsentCells } from './unsent-cells.ts'

/** What the sheet is looked at with: the pack, the unit and what it has reported before. */
export interface FillingBasis {
  readonly pack: Pack
  readonly unit: Unit
  readonly units: readonly Unit[]
  readonly targets: Targets
  /** The latest report of each form. */
  readonly records: Readonly<Record<string, FormRecord | undefined>>
  /** By ledger: rows of projects let go (移出) that go on counting. */
  readonly archived?: Readonly<Record<string, readonly Cells[]>>
  /** Today and the last day of the window, in China. */
  readonly asOf: string
  readonly until: string
  /** What came back, and what was verified, as the service tells it. */
  readonly forms?: Standing['forms']
  readonly verification?: readonly Verification[]
  readonly chosen?: ChosenBinding | null
  readonly wanted?: string | null
}

/** The sheet as the unit's report, checked and scored. */
export interface Filled {
  readonly step: 'filled'
  readonly form: Form
  readonly record: FormRecord
  readonly binding: Binding
  readonly addresses: Readonly<Record<CellPath, CellAddress>>
  readonly findings: readonly Finding[]
  readonly entries: Entries
  readonly facts: UnitFacts
  readonly result: UnitResult
  readonly returns: readonly Return[]
  /** Filled in, and not sent. */
  readonly notSent: readonly NotSent[]
  /** The sheets this was read from. */
  readonly sheets: readonly string[]
  /** Some columns are known by what a person said of them. */
  readonly byHand: boolean
}

export type Filling =
  | {
      readonly step: 'unrecognised'
      readonly tried: Extract<Recognition, { kind: 'unrecognised' }>['tried']
      /** A person may point at other heads of it instead. */
      readonly snapshot: WorkbookSnapshot
    }
  | Outdated
  | {
      readonly step: 'no-row'
      readonly form: Form
      readonly unit: Unit
      /** Rows that all bear the unit's name; empty when none does. */
      readonly rows: readonly CellAddress[]
    }
  | Filled

/** What was made of the workbook's rows before, so that an edit costs what it changed. */
export interface FillingMemory {
  readonly recognition: RecognitionMemory<Recognised>
  readonly reading: ReadingMemory
  readonly checks: CheckMemory
  readonly items: ItemMemory
}

/** From what was read of the workbook to all the pane shows: recognise, read, check, score. Pure; the service does the same. */
export function fill(basis: FillingBasis, snapshot: WorkbookSnapshot, memory?: FillingMemory): Filling {
  const { pack, unit, targets, records, archived, asOf, until } = basis
  const look = () => recogniseInForce(basis, snapshot)
  const { forms, seen } = memory ? memory.recognition(basis, snapshot, look) : look()
  const outdated = outdatedOf(forms, seen, snapshot, unit)
  if (outdated) return outdated
  if (seen.kind === 'unrecognised') {
    return { step: 'unrecognised', tried: seen.tried, snapshot }
  }
  const { form, binding } = seen
  const read = readForm(form, binding, snapshot, unit, memory?.reading)
  if (read.kind === 'no-row') return { step: 'no-row', form, unit, rows: read.rows }
  const { record, addresses } = read
  const previous = records[form.id] ?? null
  const verdicts = openVerdicts(pack, form, record, { unit, targets, previous, asOf, until }, memory?.checks)
  const facts = factsOfRecords(pack, unit, targets, { ...records, [form.id]: record }, archived, memory?.items)
  const result = evaluateUnit(pack, facts)
  const findings = findingsOf(pack, form, verdicts, addresses)
  const standing = basis.forms?.find((one) => one.form === form.id)
  return {
    step: 'filled',
    form,
    record,
    binding,
    addresses,
    findings,
    entries: entriesOf(pack, form, read, { findings, result, previous, verification: basis.verification ?? [] }),
    facts,
    result,
    returns: returnsOf(form, standing?.returned ?? [], standing?.submission ?? null, read),
    notSent: unsentCells(read, targets),
    sheets: [binding.matrix, ...Object.values(binding.ledgers)].map(({ sheet }) => sheet),
    byHand: basis.chosen?.form === form.id,
  }
}
