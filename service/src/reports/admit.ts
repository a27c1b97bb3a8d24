import type { Form } from '@kaohe/shared-rules'
import { ProblemError } from '../problem.ts'
import { windowsAt, type ReportWindow } from '../register/windows.ts'
import { closedFor } from '../windows/access.ts'
import { misfits } from './fits-form.ts'
import type { RegisterInForce } from './register-in-force.ts'
import { nilFault } from './report-state.ts'
import type { Arrival, SubmitDeps } from './submission.ts'

/** Is this report meant for the rules and the template in force, and for a window that takes it? */
export function admit(
  { pack, packHash }: SubmitDeps,
  { windows, templates }: Pick<RegisterInForce, 'windows' | 'templates'>,
  { sender, submission, at }: Arrival,
): { readonly form: Form; readonly window: ReportWindow } {
  const { record } = submission
  if (submission.pack !== packHash) {
    const current = { id: pack.id, version: pack.version, hash: packHash }
    throw new ProblemError({ type: 'pack-outdated', sent: submission.pack, current })
  }
  const form = pack.forms.find(({ id }) => id === submission.form)
  const window = windowsAt(pack.calendar, at).find(({ id }) => id === submission.window)
  if (!form) throw invalid('form', '没有这个表')
  if (!window) throw invalid('window', '没有这个报送窗口')
  if (record.form !== form.id) throw invalid('record.form', '与 form 不一致')
  const current = templates[form.id] ?? form.template
  if (record.template !== current) {
    throw new ProblemError({ type: 'template-outdated', form: form.id, sent: record.template, current })
  }
  const nil = submission.nil === true ? nilFault(form, record) : null
  const issues = [...misfits(form, record), ...(nil === null ? [] : [{ path: 'nil', message: nil }])]
  if (issues.length > 0) throw new ProblemError({ type: 'invalid-request', issues })
  const state = closedFor(window, { unit: sender.unit, form: form.id }, windows, at)
  if (state !== null) throw new ProblemError({ type: 'window-closed', window: window.id, state })
  return { form, window }
}

const invalid = (path: string, message: string): ProblemError =>
  new ProblemError({ type: 'invalid-request', issues: [{ path, message }] })
