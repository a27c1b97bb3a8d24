import type { Binding, Form, Recognition, Unit } from '@kaohe/shared-rules'
import { readForm } from '@kaohe/shared-rules/recognition'
import type { Book } from '../workbooks/reading/book.ts'
import type { Finding } from './finding.ts'
import { captionUnits, filledUnits, unitOf, unitsInName, type UnitReading } from './unit-clues.ts'

/** Whose report a file may be. */
export interface Whose {
  readonly fileName: string
  /** The unit that it has to be of: the sender's own. */
  readonly own: string | null
  /** The unit that the office says it is of. */
  readonly chosen: string | null
}

/** What can be reported of a book that was read, whether or not a report may carry it. */
export type FoundReport = Exclude<Finding, { readonly kind: 'unreadable' | 'not-reportable' }>

/** Finds in a book what can be reported for one unit, or says why nothing can. */
export function findReport(
  book: Book,
  recognition: Recognition,
  units: readonly Unit[],
  { fileName, own, chosen }: Whose,
): FoundReport {
  if (recognition.kind === 'unrecognised') {
    const tried = recognition.tried
      .slice(0, 1)
      .map(({ form, title, found, missing }) => ({ form, title, found, missing }))
    return { kind: 'unrecognised', tried }
  }
  const { form, binding, notes } = recognition
  const decided = chosen ?? own
  const caption = captionUnits(book, units)
  // The likeliest first, so that its reading is the one that is wanted in the end.
  const likely = [...units.filter(({ id }) => id === decided), ...caption, ...units]
  const first = firstReading(form, binding, book, likely)
  const clue = first
    ? unitOf({
        caption,
        rows: filledUnits(form, binding, book, first, units),
        fileName: unitsInName(fileName, units),
      })
    : []
  const clear = 'id' in clue ? clue : undefined
  if (chosen === null && own !== null && clear && clear.id !== own) return { kind: 'other-unit', form: form.id }
  const unit = decided === null ? clear : units.find(({ id }) => id === decided)
  if (!unit) return { kind: 'unit-unclear', form: form.id, candidates: 'id' in clue ? [] : clue.map(({ id }) => id) }

  const result = first?.unit === unit ? first.reading : readForm(form, binding, book, unit)
  const place = { form: form.id, unit: unit.id }
  if (result.kind === 'no-row') return { kind: 'no-row', ...place, rows: result.rows }
  const { record, addresses, foreign } = result
  return { kind: 'read', ...place, record, addresses, foreign, notes }
}

function firstReading(form: Form, binding: Binding, book: Book, units: readonly Unit[]): UnitReading | undefined {
  for (const unit of units) {
    const reading = readForm(form, binding, book, unit)
    if (reading.kind === 'read') return { unit, reading }
  }
  return undefined
}
