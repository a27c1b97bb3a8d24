import { z } from 'zod'
import { isDay } from '../../day.ts'
import { exactText, parseExact } from '../../exact.ts'
import type { Column } from '../../forms/form.ts'
import { normalise } from '../../forms/normalise.ts'
import { failed, passed, textOf, type Finding, type Row } from './row.ts'

const sentence = z.string().min(1)

/** Every way a cell can defy its column, each with its own sentence in the pack. */
export const readableSchema = z.strictObject({
  kind: z.literal('readable'),
  sentences: z.strictObject({
    'sheet-error': sentence,
    'number-as-text': sentence,
    'not-a-number': sentence,
    'not-whole': sentence,
    'date-as-text': sentence,
    'impossible-date': sentence,
    'not-a-date': sentence,
    'not-a-choice': sentence,
  }),
})
type Readable = Readonly<z.infer<typeof readableSchema>>
type Fault = keyof Readable['sentences']

const SHEET_ERROR = /^#[A-Z0-9/_]+[!?]?$/i
/** Year, month and day can be made out, whether or not that day exists. */
const DAY_LIKE = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})\D*$/

/** Each cell a unit fills can be read as its column wants it. Empty cells are left to `required`. */
export function readable(check: Readable, row: Row): readonly Finding[] {
  const findings: Finding[] = []
  for (const [id, column] of row.columns) {
    const text = textOf(row.cells, id)
    if (text === '' || column.role === 'ordinal' || column.role === 'derived') continue
    const fault = faultOf(text, column)
    if (fault === undefined) {
      findings.push({ columns: [id], outcome: passed })
      continue
    }
    const suggestion = fault === 'sheet-error' ? undefined : normalise(text, column)
    const known = fault === 'not-a-number' && suggestion !== undefined ? 'number-as-text' : fault
    const named = known === 'not-a-date' && suggestion !== undefined ? 'date-as-text' : known
    const values = { value: text, suggestion: suggestion ?? '', choices: column.choices?.join('、') ?? '' }
    findings.push({
      columns: [id],
      outcome: failed({ ...values, fault: check.sentences[named] }),
      ...(suggestion === undefined ? {} : { suggestion }),
    })
  }
  return findings
}

function faultOf(text: string, column: Column): Fault | undefined {
  if (SHEET_ERROR.test(text)) return 'sheet-error'
  switch (column.type) {
    case 'text':
      return undefined
    case 'amount':
    case 'percent':
      return parseExact(text) ? undefined : 'not-a-number'
    case 'count': {
      const count = parseExact(text)
      return count ? (exactText(count).includes('.') ? 'not-whole' : undefined) : 'not-a-number'
    }
    case 'date': {
      if (isDay(text)) return undefined
      const [, year, month, day] = DAY_LIKE.exec(text) ?? []
      if (year === undefined || month === undefined || day === undefined) return 'not-a-date'
      return isDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`) ? 'not-a-date' : 'impossible-date'
    }
    case 'choice':
      return column.choices?.includes(text) ? undefined : 'not-a-choice'
  }
}
