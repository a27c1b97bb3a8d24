import {
  fingerprints,
  type Form,
  type FormRecord,
  type Pack,
  type UnitFacts,
  type UnitResult,
} from '@kaohe/shared-rules'
import type { Submission } from '../../api/client.ts'
import type { Finding } from '../../ui/FindingRow.tsx'
import type { NotSent } from '../../ui/not-sent.ts'
import { changesSince, type Change } from './changes.ts'

/** What the pane made of the sheet, as far as reporting is concerned. */
export interface Reportable {
  readonly form: Form
  readonly record: FormRecord
  readonly findings: readonly Finding[]
  readonly facts: UnitFacts
  readonly result: UnitResult
  /** Filled in, and not sent. */
  readonly notSent: readonly NotSent[]
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
  /**
   * `nil`: as it was reported last. `zero`: a ledger without a row, which is reported only when it is meant. `blank`: a
   * figure is asked for and none is there; handing that in is 空表 and counts as nothing.
   */
  readonly kind: 'first' | 'changed' | 'nil' | 'zero' | 'blank'
  readonly changes: readonly Change[]
  readonly reds: readonly Finding[]
  readonly ambers: readonly Finding[]
  readonly notSent: readonly NotSent[]
  readonly submission: Omit<Submission, 'reasons'>
}

export function draftOf(
  { form, record, findings, facts, result, notSent }: Reportable,
  { window, pack, packHash, revision, previous }: Destination,
): Draft {
  const changes = changesSince(form, previous, record)
  const blank = isBlank(form, record)
  // Removing the last row of a ledger states as much as never having had one.
  const states = blank && (previous === null || changes.length > 0)
  const kind = states
    ? form.ledgers.length > 0
      ? 'zero'
      : 'blank'
    : changes.length === 0
      ? 'nil'
      : previous
        ? 'changed'
        : 'first'
  return {
    form,
    window,
    kind,
    changes,
    reds: findings.filter(({ severity }) => severity === 'red'),
    ambers: findings.filter(({ severity }) => severity === 'amber'),
    notSent,
    submission: {
      form: form.id,
      window,
      pack: packHash,
      basis: revision,
      record,
      preview: fingerprints(pack, facts, result),
      ...(blank && form.ledgers.length > 0 ? { nil: true } : {}),
    },
  }
}

/** Is there no figure and no row? */
function isBlank(form: Form, record: FormRecord): boolean {
  const filled = (columns: Form['matrix']['columns'], cells: FormRecord['cells'] | undefined) =>
    columns.some(({ id, role }) => role === 'input' && (cells?.[id]?.trim() ?? '') !== '')
  return (
    !filled(form.matrix.columns, record.cells) &&
    form.ledgers.every(({ id, columns }) => !record.ledgers[id]?.some((row) => filled(columns, row)))
  )
}

/** May it go without another word: nothing red, and a sentence at every amber figure? */
export function isReady(draft: Draft, reasons: Readonly<Record<string, string>>): boolean {
  return draft.reds.length === 0 && reasonsMissing(draft, reasons) === 0
}

/** How many sentences are still to be written. */
export function reasonsMissing({ ambers }: Draft, reasons: Readonly<Record<string, string>>): number {
  return ambers.filter(({ key }) => !reasons[key]?.trim()).length
}

/** The report as it is sent: with the sentences of the figures that want one, and no others. */
export function submissionOf({ ambers, submission }: Draft, reasons: Readonly<Record<string, string>>): Submission {
  return { ...submission, reasons: Object.fromEntries(ambers.map(({ key }) => [key, (reasons[key] ?? '').trim()])) }
}
