import { readForm, type Unit } from '@kaohe/shared-rules'
import { formsInForce } from '../templates/in-force.ts'
import type { IntakeDeps } from './deps.ts'
import type { FoundForm } from './marked-workbook.ts'
import { contentOf } from './store.ts'
import type { EntryView } from './view.ts'

/** Reads a file of a batch once more, for what its checked outcome does not keep: where everything stands in it. */
export async function foundForm(
  { db, campaign, pack, reader }: IntakeDeps,
  batch: string,
  { seq, outcome }: EntryView,
  units: readonly Unit[],
): Promise<FoundForm | null> {
  if (outcome.kind !== 'checked') return null
  const forms = await formsInForce(db, campaign.id, pack)
  const reading = await reader.read(await contentOf(db, batch, seq), forms, units)
  if (reading.kind === 'refused' || reading.recognition.kind === 'unrecognised') return null
  const { book, recognition } = reading
  const form = forms.find(({ id }) => id === recognition.form.id)
  const unit = units.find(({ id }) => id === outcome.unit)
  if (!form || !unit) return null
  const read = readForm(form, recognition.binding, book, unit)
  return read.kind === 'read' ? { book, form, binding: recognition.binding, unit, addresses: read.addresses } : null
}
