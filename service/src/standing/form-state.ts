import type { Form, Targets } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { fillingOf } from '../reports/report-state.ts'
import type { StoredReport } from '../reports/store.ts'
import { decidedReport, standingReturns } from '../verification/decided-report.ts'
import type { Decision } from '../verification/decision.ts'

/** 未报 · 空表 · 零报告 · 已报 · 退回 · 不适用: one form of one unit for one window. */
export const formStateSchema = z.enum(['not-reported', 'empty', 'nil', 'reported', 'returned', 'not-applicable'])
export type FormState = Described<typeof formStateSchema>

/** Is the unit asked for anything in this form? */
export function isAsked(form: Form, targets: Targets): boolean {
  return form.matrix.columns.some(({ target }) => target !== undefined && Object.hasOwn(targets, target))
}

/**
 * The state of a form for a window, from the latest report of a window up to it. A report of an earlier window is carried, so
 * nothing has come for this one; a return stands whatever window the report was for.
 */
export function formState(
  form: Form,
  window: string,
  {
    targets,
    report,
    decisions,
  }: { targets: Targets; report: StoredReport | undefined; decisions: readonly Decision[] },
): FormState {
  if (report && standingReturns(decidedReport(form, report, decisions)).length > 0) return 'returned'
  if (report?.window === window) return fillingOf(form, report)
  return isAsked(form, targets) ? 'not-reported' : 'not-applicable'
}
