import type { Form } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { windowsAt, type ReportWindow } from '../register/windows.ts'
import type { Problem } from '../problem.ts'
import { issuedNumbers } from '../reports/store.ts'
import { formsInForce } from '../templates/in-force.ts'
import { loadUnits, type LoadedUnit } from '../verification/load.ts'
import { closedFor, type WindowDecisions } from '../windows/access.ts'
import { windowDecisions } from '../windows/store.ts'
import type { IntakeDeps } from './deps.ts'
import type { ReadFinding } from './finding.ts'
import { checkedOutcome, outcomeSchema, plainOutcome, type Outcome } from './outcome.ts'
import { prepare } from './prepare.ts'
import { batchSchema, entriesOf, type Batch, type Entry } from './store.ts'

const entryViewSchema = z.strictObject({
  seq: z.int(),
  file: z.strictObject({ name: z.string(), size: z.int(), sha256: z.string() }),
  outcome: outcomeSchema,
})
export type EntryView = Described<typeof entryViewSchema>

export const batchViewSchema = batchSchema.extend({ entries: z.array(entryViewSchema) }).meta({ id: 'IntakeBatch' })
export type BatchView = Described<typeof batchViewSchema>

/** Everything a file is held against at this moment. */
export interface Present {
  readonly forms: readonly Form[]
  readonly window: ReportWindow
  readonly decisions: WindowDecisions
  readonly now: Date
}

export async function presentOf(deps: IntakeDeps, batch: Batch): Promise<Present> {
  const { db, campaign, pack, clock } = deps
  const now = clock.now()
  const window = windowsAt(pack.calendar, now).find(({ id }) => id === batch.window)
  if (!window) throw new Error(`a batch for a window there is not: ${batch.window}`)
  const forms = await formsInForce(db, campaign.id, pack)
  return { forms, window, decisions: await windowDecisions(db, campaign.id), now }
}

/** The batch as it stands now: checked again against what has been reported since. */
export async function viewOf(deps: IntakeDeps, batch: Batch): Promise<BatchView> {
  const { db, campaign, pack } = deps
  const present = await presentOf(deps, batch)
  const entries = await entriesOf(db, batch.id)
  const ids = [...new Set(entries.flatMap(({ finding }) => (finding.kind === 'read' ? [finding.unit] : [])))]
  const scope = { campaign: campaign.id, pack, until: present.window.end }
  const [only] = ids
  const loaded =
    ids.length === 0 ? [] : await loadUnits(db, ids.length === 1 && only ? { ...scope, unit: only } : scope)
  const views: EntryView[] = []
  for (const entry of entries) {
    const { seq, name, size, sha256 } = entry
    views.push({ seq, file: { name, size, sha256 }, outcome: await outcomeOf(deps, entry, loaded, present) })
  }
  return { ...batch, entries: views }
}

async function outcomeOf(
  deps: IntakeDeps,
  { finding, receipt }: Entry,
  loaded: readonly LoadedUnit[],
  present: Present,
): Promise<Outcome> {
  if (finding.kind !== 'read') return plainOutcome(finding)
  if (receipt !== null) return { kind: 'accepted', form: finding.form, unit: finding.unit, receipt }
  const form = present.forms.find(({ id }) => id === finding.form)
  const unit = loaded.find((each) => each.unit.id === finding.unit)
  // A unit that has left the register since, or a form that the pack no longer has.
  if (!form || !unit) return { kind: 'unit-unclear', form: finding.form, candidates: [] }
  const prepared = prepare(deps, unit, { form, record: finding.record, ...present })
  const known = form.ledgers.length === 0 ? [] : await issuedNumbers(deps.db, deps.campaign.id, [finding.unit])
  return checkedOutcome(form, finding, prepared, { known, problem: turnedDown(finding, form, present) })
}

/** What stands against a report whatever its figures are. */
export function turnedDown(finding: ReadFinding, form: Form, { window, decisions, now }: Present): Problem | null {
  const state = closedFor(window, { unit: finding.unit, form: form.id }, decisions, now)
  if (state !== null) return { type: 'window-closed', window: window.id, state }
  const sent = finding.record.template
  return sent === form.template ? null : { type: 'template-outdated', form: form.id, sent, current: form.template }
}
