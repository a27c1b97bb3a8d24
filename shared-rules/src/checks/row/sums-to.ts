import { z } from 'zod'
import { decimalText, exact } from '../../decimal-text.ts'
import { columnId } from '../bound.ts'
import { add, exactText, zero } from '../../exact.ts'
import { failed, figureOf, notApplicable, passed, titleOf, undecided, type Finding, type Row } from './row.ts'

export const sumsToSchema = z.strictObject({
  kind: z.literal('sums-to'),
  columns: z.array(columnId).min(2),
  total: decimalText,
})
type SumsTo = Readonly<z.infer<typeof sumsToSchema>>

/** The figures add up to the total exactly. While one is empty there is no sum to judge. */
export function sumsTo(check: SumsTo, row: Row): readonly Finding[] {
  const figures = check.columns.map((column) => figureOf(row.cells, column))
  const unreadable = check.columns.filter((_, index) => figures[index] === undefined)
  if (unreadable.length > 0) return [{ columns: check.columns, outcome: undecided(...unreadable) }]
  const read = figures.filter((figure) => figure !== null && figure !== undefined)
  if (read.length < figures.length) return [{ columns: check.columns, outcome: notApplicable }]
  const sum = exactText(read.reduce(add, zero))
  const equal = exactText(exact(check.total)) === sum
  const titles = check.columns.map((column) => `『${titleOf(row.columns, column)}』`).join('与')
  return [{ columns: check.columns, outcome: equal ? passed : failed({ columns: titles, sum, total: check.total }) }]
}
