import {
  evaluateUnit,
  factsOfRecords,
  failedVerdicts,
  fingerprints,
  reasonKey,
  type Cells,
  type Fingerprints,
  type FormRecord,
  type Form,
  type Pack,
  type Targets,
  type Unit,
  type UnitFacts,
  type UnitResult,
} from '@kaohe/shared-rules'
import type { Problem } from '../problem.ts'

export interface Case {
  readonly pack: Pack
  readonly form: Form
  readonly unit: Unit
  readonly targets: Targets
  /** The unit's latest reports of all forms, before this one. */
  readonly records: Readonly<Record<string, FormRecord | undefined>>
  /** By ledger: rows of projects let go that go on counting. */
  readonly archived: Readonly<Record<string, readonly Cells[]>>
  readonly record: FormRecord
  readonly reasons: Readonly<Record<string, string>>
  readonly preview: Fingerprints
  /** Today and the window's last day, in China. */
  readonly asOf: string
  readonly until: string
}

export interface Computed {
  readonly facts: UnitFacts
  readonly result: UnitResult
  readonly fingerprints: Fingerprints
}

export type Judgement =
  | ({ readonly kind: 'accepted' } & Computed)
  | { readonly kind: 'refused'; readonly problem: Problem }
  | ({ readonly kind: 'mismatch' } & Computed)

/** Does all again that the pane did, with the same functions: checks, facts, points. Accepts only what it can reproduce. */
export function judge(submitted: Case): Judgement {
  const { pack, form, unit, targets, records, archived, record, reasons, preview, asOf, until } = submitted
  const previous = records[form.id] ?? null
  const failed = failedVerdicts(pack, form, record, { unit, targets, previous, asOf, until })
  const red = failed.filter(({ severity }) => severity === 'red')
  if (red.length > 0) return { kind: 'refused', problem: { type: 'red-verdicts', verdicts: red } }
  const unexplained = failed.filter((verdict) => verdict.severity === 'amber' && !reasons[reasonKey(verdict)]?.trim())
  if (unexplained.length > 0) {
    const missing = unexplained.map(reasonKey)
    return { kind: 'refused', problem: { type: 'reasons-missing', verdicts: unexplained, missing } }
  }
  const facts = factsOfRecords(pack, unit, targets, { ...records, [form.id]: record }, archived)
  const result = evaluateUnit(pack, facts)
  const computed = { facts, result, fingerprints: fingerprints(pack, facts, result) }
  const same = computed.fingerprints.inputs === preview.inputs && computed.fingerprints.result === preview.result
  return { kind: same ? 'accepted' : 'mismatch', ...computed }
}
