import { draftOf, submissionOf } from '../features/submitting/draft.ts'
import { outbox, type OutboxItem } from '../features/submitting/outbox.ts'
import { destinationOf } from '../features/submitting/destination.ts'
import { sendItem } from '../features/submitting/send.ts'
import type { CommandOutcome } from './command-outcome.ts'
import { isOutcome, openDeskFor, type CommandDeps } from './open-desk-for.ts'
import { readReport } from './read-report.ts'

/**
 * 提交 without the pane: what is all green goes in this press. Anything else is shown and nothing sent: an amber figure
 * never goes without its sentence, and an empty form only when it is meant.
 */
export async function submitCommand(deps: CommandDeps): Promise<CommandOutcome> {
  const signed = await openDeskFor(deps)
  if (isOutcome(signed)) return signed
  const read = await readReport(deps, signed)
  if (isOutcome(read)) return read
  const { desk, username, api } = signed
  const { filled, facts } = read
  if (!desk.standing) return { kind: 'not-yours', command: 'clerk' }
  const { reported, window, destination } = destinationOf(filled.form, { ...desk, ...desk.me, standing: desk.standing })
  if (window?.state !== 'open') return { kind: 'closed-window' }
  const draft = draftOf(filled, destination)
  const { form, kind, reds, ambers } = draft
  const empty = kind === 'zero' || kind === 'blank'
  if (reds.length > 0 || ambers.length > 0 || empty)
    return { kind: 'open', form, findings: [...reds, ...ambers], empty }
  if (kind === 'nil' && reported?.window === window.id) {
    return { kind: 'unchanged', form, number: reported.number, receivedAt: reported.receivedAt }
  }
  const box = outbox(deps.keep, username, facts.key)
  const item: OutboxItem = {
    key: deps.newId(),
    savedAt: deps.now(),
    formTitle: `${form.annex} ${form.title}`,
    submission: submissionOf(draft, {}),
    workbook: facts.key,
  }
  const saved = await box.save(item).then(
    () => true,
    () => false,
  )
  if (!saved) return { kind: 'unsaved' }
  const sent = await sendItem(api, box, item)
  switch (sent.step) {
    case 'received':
      return { kind: 'received', form, receipt: sent.receipt, window: window.title, notice: desk.pack.notice }
    case 'waiting':
      return { kind: 'waiting', why: sent.why }
    case 'refused':
      return { kind: 'refused', type: sent.refusal.type, code: sent.refusal.code }
  }
}
