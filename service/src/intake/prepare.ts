import {
  evaluateUnit,
  factsOfRecords,
  failedVerdicts,
  fingerprints,
  type Form,
  type FormRecord,
  type UnitResult,
  type Verdict,
} from '@kaohe/shared-rules'
import { chinaDay } from '../clock.ts'
import type { ReportWindow } from '../register/windows.ts'
import { fillingOf, type Filling } from '../reports/report-state.ts'
import { recordsByForm, revisionOf } from '../reports/revision.ts'
import type { StoredReport } from '../reports/store.ts'
import type { Submission, SubmitDeps } from '../reports/submission.ts'
import type { LoadedUnit } from '../verification/load.ts'

/** A report before the press, as the pane would have it: what is wrong with it, what it scores, and what would be sent. */
export interface Prepared {
  readonly red: readonly Verdict[]
  readonly amber: readonly Verdict[]
  readonly advice: readonly Verdict[]
  readonly filling: Filling
  readonly result: UnitResult
  /** The unit's latest report of this form. */
  readonly earlier: StoredReport | null
  readonly submission: Omit<Submission, 'reasons'>
}

export interface Preparing {
  readonly form: Form
  readonly record: FormRecord
  readonly window: ReportWindow
  readonly now: Date
}

/** Checks and scores a record with the functions of the pane, against what the unit has reported so far. */
export function prepare(
  { pack, packHash }: Pick<SubmitDeps, 'pack' | 'packHash'>,
  { unit, targets, received, archived }: Pick<LoadedUnit, 'unit' | 'targets' | 'received' | 'archived'>,
  { form, record, window, now }: Preparing,
): Prepared {
  const records = recordsByForm(received)
  const earlier = received.find((report) => report.form === form.id) ?? null
  const verdicts = failedVerdicts(pack, form, record, {
    unit,
    targets,
    previous: earlier?.record ?? null,
    asOf: chinaDay(now),
    until: window.end,
  })
  const of = (severity: Verdict['severity']) => verdicts.filter((verdict) => verdict.severity === severity)
  const facts = factsOfRecords(pack, unit, targets, { ...records, [form.id]: record }, archived)
  const result = evaluateUnit(pack, facts)
  return {
    red: of('red'),
    amber: of('amber'),
    advice: of('advice'),
    filling: fillingOf(form, { record, nil: false }),
    result,
    earlier,
    submission: {
      form: form.id,
      window: window.id,
      pack: packHash,
      basis: revisionOf({ unit, targets, records, archived }),
      record,
      preview: fingerprints(pack, facts, result),
    },
  }
}
