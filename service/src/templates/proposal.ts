import { textKey, toA1, type Annex, type Binding, type Form } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { cellAddressSchema } from '../contract/shapes/checks.ts'
import type { Reading } from '../workbooks/reading/reader.ts'

/** Where an annex's columns seem to be. */
export interface Proposal {
  readonly form: string
  readonly binding: Binding
}

/** A head that was not found, and what stands in the annex that is closest to it. */
export const unfoundHeadSchema = z.strictObject({
  column: z.string(),
  head: z.array(z.string()),
  /** Needed to issue the form at all; without the others it goes, too. */
  required: z.boolean(),
  nearest: z.array(
    cellAddressSchema.extend({
      text: z.string(),
    }),
  ),
})
export type UnfoundHead = Described<typeof unfoundHeadSchema>

/** What an annex is held against: an official annex has the 分解表 alone, its ledgers are ours. */
export const withoutLedgers = (forms: readonly Form[]): readonly Form[] =>
  forms.map((form) => ({ ...form, ledgers: [] }))

/** The form that an annex comes closest to, or the one that was asked for; null where nothing of it is there. */
export function proposalOf(reading: Extract<Reading, { kind: 'read' }>, asked: string | undefined): Proposal | null {
  const { recognition } = reading
  if (recognition.kind === 'recognised') {
    const { form, binding } = recognition
    return asked === undefined || asked === form.id ? { form: form.id, binding } : null
  }
  const best = recognition.tried.find(
    ({ form, binding }) => (asked ?? form) === form && 'unit' in binding.matrix.columns,
  )
  return best ? { form: best.form, binding: best.binding } : null
}

/** Columns that must have a place before the annex can be issued: units, targets, and what is typed. */
const isRequired = (role: string): boolean => role === 'unit' || role === 'target' || role === 'input'

export function unfoundHeads(form: Form, annex: Annex, { matrix }: Binding): readonly UnfoundHead[] {
  return form.matrix.columns
    .filter(({ id, role }) => !(id in matrix.columns) && role !== 'ordinal')
    .map(({ id, head, role }) => ({
      column: id,
      head,
      required: isRequired(role),
      nearest: nearest(annex, matrix.sheet, matrix.firstRow, head.at(-1) ?? ''),
    }))
}

function nearest(annex: Annex, name: string, firstRow: number, head: string): UnfoundHead['nearest'] {
  const sheet = annex.sheets.find((each) => each.name === name)
  const rated = (sheet?.values.slice(0, Math.max(firstRow, 8)) ?? []).flatMap((values, row) =>
    values.flatMap((value, column) => {
      const alike = typeof value === 'string' ? likeness(textKey(value), textKey(head)) : 0
      return alike > 0.3 ? [{ sheet: name, address: toA1(row, column), text: String(value), alike }] : []
    }),
  )
  return rated
    .toSorted((a, b) => b.alike - a.alike)
    .slice(0, 3)
    .map(({ sheet: on, address, text }) => ({ sheet: on, address, text }))
}

/** How many pairs of neighbouring characters two texts share, of all they have: 1 for the same text. */
function likeness(one: string, other: string): number {
  const pairs = (text: string) => new Set([...text].map((char, index) => char + (text[index + 1] ?? '')))
  const [a, b] = [pairs(one), pairs(other)]
  const shared = [...a].filter((pair) => b.has(pair)).length
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size)
}
