import { z } from 'zod'
import { columnIds } from '../bound.ts'
import { compare, exactText } from '../../exact.ts'
import { failed, figureOf, notApplicable, passed, textOf, undecided, type Finding, type Row } from './row.ts'

export const notBelowPreviousSchema = z.strictObject({ kind: z.literal('not-below-previous'), columns: columnIds })
type NotBelowPrevious = Readonly<z.infer<typeof notBelowPreviousSchema>>

/** A cumulative figure did not fall since the report before. */
export function notBelowPrevious(check: NotBelowPrevious, row: Row): readonly Finding[] {
  return check.columns.map((column) => {
    const [value, before] = [figureOf(row.cells, column), figureOf(row.previous ?? {}, column)]
    // What was unreadable in the report before is settled: it cannot be corrected in this one.
    if (value === null || !before) return { columns: [column], outcome: notApplicable }
    if (value === undefined) return { columns: [column], outcome: undecided(column) }
    if (compare(value, before) >= 0) return { columns: [column], outcome: passed }
    return { columns: [column], outcome: failed({ value: textOf(row.cells, column), previous: exactText(before) }) }
  })
}
