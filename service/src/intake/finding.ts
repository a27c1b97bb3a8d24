import {
  formRecordSchema,
  readForm,
  type Binding,
  type CellAddress,
  type Form,
  type FormRecord,
  type RecognitionNote,
  type Unit,
} from '@kaohe/shared-rules'
import { z } from 'zod'
import { brokenTexts } from '../broken-texts.ts'
import type { Described } from '../contract/described.ts'
import { cellAddressSchema, missingHeadSchema } from '../contract/shapes/checks.ts'
import { refusalReasonSchema } from '../problem-catalogue.ts'
import type { Book } from '../workbooks/reading/book.ts'
import type { Reading } from '../workbooks/reading/reader.ts'
import { unitClues, unitOf } from './unit-clues.ts'

/** Files from which nothing can be reported as they are. */
export const setAside = {
  unreadable: z.strictObject({ kind: z.literal('unreadable'), reason: refusalReasonSchema }),
  others: [
    z.strictObject({
      kind: z.literal('unrecognised'),
      tried: z.array(
        z.strictObject({ form: z.string(), title: z.string(), found: z.int(), missing: z.array(missingHeadSchema) }),
      ),
    }),
    /** Nothing in the file says which unit it is of, or it says several things. */
    z.strictObject({ kind: z.literal('unit-unclear'), form: z.string(), candidates: z.array(z.string()) }),
    /** It is another unit's than the sender's. */
    z.strictObject({ kind: z.literal('other-unit'), form: z.string() }),
    /** No row of the 分解表 bears the unit's name, or several do. */
    z.strictObject({
      kind: z.literal('no-row'),
      form: z.string(),
      unit: z.string(),
      rows: z.array(cellAddressSchema),
    }),
    /** More rows, or a longer text, than a report may carry; or text that is none. */
    z.strictObject({ kind: z.literal('not-reportable'), form: z.string(), unit: z.string(), path: z.string() }),
  ],
} as const

/** What was found in a file, whatever the register and the reports say of it. */
export type Finding = Described<typeof setAside.unreadable> | Described<(typeof setAside.others)[number]> | ReadFinding

export interface ReadFinding {
  readonly kind: 'read'
  readonly form: string
  readonly unit: string
  readonly record: FormRecord
  readonly addresses: Readonly<Record<string, CellAddress>>
  /** Filled cells in rows of other units: 不会提交. */
  readonly foreign: readonly CellAddress[]
  readonly notes: readonly RecognitionNote[]
}

export interface Asked {
  readonly forms: readonly Form[]
  readonly units: readonly Unit[]
  readonly fileName: string
  /** The unit that it has to be of: the sender's own. */
  readonly own: string | null
  /** The unit that the office says it is of. */
  readonly chosen: string | null
}

/** Makes of a reading what can be reported for one unit, or says why nothing can. */
export function findingOf(reading: Reading, { forms, units, fileName, own, chosen }: Asked): Finding {
  if (reading.kind === 'refused') return { kind: 'unreadable', reason: reading.reason }
  const { book, recognition } = reading
  if (recognition.kind === 'unrecognised') {
    const tried = recognition.tried
      .slice(0, 1)
      .map(({ form, title, found, missing }) => ({ form, title, found, missing }))
    return { kind: 'unrecognised', tried }
  }
  const { binding, notes } = recognition
  const form = forms.find(({ id }) => id === binding.form)
  if (!form) throw new Error(`recognised a form that was not asked for: ${binding.form}`)

  const decided = chosen ?? own
  const clue = cluesOf(form, binding, book, { units, fileName })
  const clear = 'id' in clue ? clue : undefined
  if (chosen === null && own !== null && clear && clear.id !== own) return { kind: 'other-unit', form: form.id }
  const unit = decided === null ? clear : units.find(({ id }) => id === decided)
  if (!unit) return { kind: 'unit-unclear', form: form.id, candidates: 'id' in clue ? [] : clue.map(({ id }) => id) }

  const result = readForm(form, binding, book, unit)
  const place = { form: form.id, unit: unit.id }
  if (result.kind === 'no-row') return { kind: 'no-row', ...place, rows: result.rows }
  const { record, addresses, foreign } = result
  const parsed = formRecordSchema.safeParse(record)
  const fault = parsed.success ? brokenTexts(record)[0] : parsed.error.issues[0]?.path
  if (fault) return { kind: 'not-reportable', ...place, path: fault.map(String).join('.') }
  return { kind: 'read', ...place, record, addresses, foreign: foreign.slice(0, 200), notes }
}

function cluesOf(
  form: Form,
  binding: Binding,
  book: Book,
  { units, fileName }: Pick<Asked, 'units' | 'fileName'>,
): ReturnType<typeof unitOf> {
  for (const unit of units) {
    const reading = readForm(form, binding, book, unit)
    if (reading.kind === 'read') return unitOf(unitClues(form, binding, book, reading, unit, { units, fileName }))
  }
  return []
}
