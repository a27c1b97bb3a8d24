import { unitSchema, type Form, type Pack } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import type { ReportWindow } from '../register/windows.ts'
import type { WindowReport } from '../reports/window-reports.ts'
import { formState, formStateSchema, isAsked, type FormState } from '../standing/form-state.ts'
import { verificationStateSchema } from '../verification/assess-unit.ts'
import type { LoadedUnit } from '../verification/load.ts'
import { riskFlagSchema, type RiskFlag } from './risk.ts'

/** 未到期 · 按时 · 逾期, by the service's clock. */
const timelinessSchema = z.enum(['not-due', 'on-time', 'late'])
export type Timeliness = Described<typeof timelinessSchema>

const boardFormSchema = z.strictObject({
  form: z.string(),
  state: formStateSchema,
  timeliness: timelinessSchema.nullable(),
  /** The report that was first complete for the window; by it timeliness goes. */
  completedAt: z.string().nullable(),
  /** When the unit's machine says that report was saved there. */
  savedAt: z.string().nullable(),
  number: z.string().nullable(),
})
export type BoardForm = Described<typeof boardFormSchema>

export const boardRowSchema = z
  .strictObject({
    unit: unitSchema.pick({ id: true, name: true, pool: true }),
    forms: z.array(boardFormSchema),
    verification: z.array(
      z.strictObject({
        indicator: z.string(),
        state: verificationStateSchema,
      }),
    ),
    flags: z.array(riskFlagSchema),
  })
  .meta({ id: 'BoardRow' })
export type BoardRow = Described<typeof boardRowSchema>

/** Forms asked for, by what has become of them. */
export const completenessSchema = z.strictObject({
  asked: z.int(),
  complete: z.int(),
  onTime: z.int(),
  late: z.int(),
  empty: z.int(),
  returned: z.int(),
  missing: z.int(),
})
export type Completeness = Described<typeof completenessSchema>

/** One unit's line on the board of a window. `reports` is what has come from the unit for that window. */
export function boardRow(
  pack: Pack,
  window: ReportWindow,
  { unit, targets, received, decisions, indicators }: LoadedUnit,
  { reports, flags, now }: { reports: readonly WindowReport[]; flags: readonly RiskFlag[]; now: Date },
): BoardRow {
  const forms = pack.forms.map((form): BoardForm => {
    const state = formState(form, window.id, {
      targets,
      report: received.find((one) => one.form === form.id),
      decisions,
    })
    const own = reports.find((report) => report.form === form.id)
    // Coming back with corrections after the due time does not make late what was on time.
    const first = own?.first ?? null
    return {
      form: form.id,
      state,
      timeliness: isAsked(form, targets) || own ? timeliness(window, first, now) : null,
      completedAt: first?.receivedAt ?? null,
      savedAt: first?.savedAt ?? null,
      number: own?.number ?? null,
    }
  })
  const { id, name, pool } = unit
  return {
    unit: { id, name, pool },
    forms,
    verification: indicators.map(({ indicator, state }) => ({ indicator, state })),
    flags,
  }
}

/** Adds the board up. Only forms asked for count; 空表 and 退回 are not complete. */
export function completeness(
  pack: Pack,
  rows: readonly BoardRow[],
  asks: (unit: string, form: Form) => boolean,
): Completeness {
  const asked = rows.flatMap(({ unit, forms }) =>
    forms.filter((_, at) => {
      const form = pack.forms[at]
      return form !== undefined && asks(unit.id, form)
    }),
  )
  const complete = asked.filter(({ state }) => state === 'reported' || state === 'nil')
  const count = (state: FormState) => asked.filter((form) => form.state === state).length
  return {
    asked: asked.length,
    complete: complete.length,
    onTime: complete.filter(({ timeliness }) => timeliness === 'on-time').length,
    late: complete.filter(({ timeliness }) => timeliness === 'late').length,
    empty: count('empty'),
    returned: count('returned'),
    missing: count('not-reported'),
  }
}

function timeliness(window: ReportWindow, first: WindowReport['first'], now: Date): Timeliness {
  if (first) return first.timeliness
  return now.getTime() <= Date.parse(window.due) ? 'not-due' : 'late'
}
