import {
  fingerprints,
  type CellAddress,
  type Form,
  type FormRecord,
  type Pack,
  type UnitFacts,
  type UnitResult,
} from '@kaohe/shared-rules'
import type { Submission } from '../../api/client.ts'
import type { Finding } from '../../ui/FindingRow.tsx'
import { changesSince, type Change } from './changes.ts'

/** What the pane made of the sheet, as far as reporting is concerned. */
export interface Reportable {
  readonly form: Form
  readonly record: FormRecord
  readonly findings: readonly Finding[]
  readonly facts: UnitFacts
  readonly result: UnitResult
  /** Filled cells in rows of other units. */
  readonly foreign: readonly CellAddress[]
}

/** Where the report goes, and what came before it. */
export interface Destination {
  readonly window: string
  readonly pack: Pack
  readonly packHash: string
  readonly revision: string
  readonly previous: FormRecord | null
}

/** A report before the press: what would be sent, what would not, and what is missing for it. */
export interface Draft {
  readonly form: Form
  readonly window: string
  /** `nil`: as it was reported last. `zero`: nothing filled in, and nothing was before. */
  readonly kind: 'first' | 'changed' | 'nil' | 'zero'
  readonly changes: readonly Change[]
  readonly reds: readonly Finding[]
  readonly ambers: readonly Finding[]
  readonly foreign: readonly CellAddress[]
  readonly submission: Omit<Submission, 'reasons'>
}

export function draftOf(
  { form, record, findings, facts, result, foreign }: Reportable,
  { window, pack, packHash, revision, previous }: Destination,
): Draft {
  const changes = changesSince(form, previous, record)
  const kind = changes.length > 0 ? (previous ? 'changed' : 'first') : previous ? 'nil' : 'zero'
  return {
    form,
    window,
    kind,
    changes,
    reds: findings.filter(({ severity }) => severity === 'red'),
    ambers: findings.filter(({ severity }) => severity === 'amber'),
    foreign,
    submission: {
      form: form.id,
      window,
      pack: packHash,
      basis: revision,
      record,
      preview: fingerprints(pack, facts, result),
    },
  }
}

/** How many sentences are still to be written. */
export function reasonsMissing({ ambers }: Draft, reasons: Readonly<Record<string, string>>): number {
  return ambers.filter(({ key }) => !reasons[key]?.trim()).length
}

/** The report as it is sent: with the sentences of the figures that want one, and no others. */
export function submissionOf({ ambers, submission }: Draft, reasons: Readonly<Record<string, string>>): Submission {
  return { ...submission, reasons: Object.fromEntries(ambers.map(({ key }) => [key, (reasons[key] ?? '').trim()])) }
}
