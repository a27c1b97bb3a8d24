import { fingerprint, type Cells, type FormRecord, type Targets, type Unit } from '@kaohe/shared-rules'

/** Everything a preview is computed from besides the pack and the record being typed. */
export interface Basis {
  readonly unit: Unit
  readonly targets: Targets
  readonly records: Readonly<Record<string, FormRecord | undefined>>
  /** By ledger: rows of projects let go that go on counting. */
  readonly archived?: Readonly<Record<string, readonly Cells[]>>
}

/** Equal for equal content: whoever computed from another basis is told so, instead of being told of a mismatch. */
export function revisionOf({ unit, targets, records, archived = {} }: Basis): string {
  return fingerprint({ unit, targets, records, archived })
}

/** One unit's latest reports, by form. */
export function recordsByForm(
  reports: readonly { readonly form: string; readonly record: FormRecord }[],
): Readonly<Record<string, FormRecord>> {
  return Object.fromEntries(reports.map(({ form, record }) => [form, record]))
}
