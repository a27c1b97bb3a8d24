import { z } from 'zod'
import { add, compare, exactText, multiply, zero } from '../../exact.ts'
import { decimalText, exact } from '../../decimal-text.ts'
import { columnId } from '../bound.ts'
import { failed, figureOf, notApplicable, passed, undecided } from '../row/row.ts'
import type { Table, TableFinding } from './table.ts'

export const totalAtMostSchema = z.strictObject({
  kind: z.literal('total-at-most'),
  column: columnId,
  /** The key of the unit's issued target… */
  target: z.string().min(1),
  /** …this many times of which is the limit. */
  times: decimalText,
})
type TotalAtMost = Readonly<z.infer<typeof totalAtMostSchema>>

/** The column adds up to no more than a multiple of the unit's target: 元 written where 万元 is meant shows here. */
export function totalAtMost(check: TotalAtMost, table: Table): readonly TableFinding[] {
  const target = figureOf(table.targets, check.target)
  const places = table.rows.map(({ index }) => ({ index, column: check.column }))
  if (!target || places.length === 0) return [{ places, outcome: notApplicable }]
  const figures = table.rows.map((row) => figureOf(row.cells, check.column))
  const unreadable = places.filter((_, at) => figures[at] === undefined)
  if (unreadable.length > 0) return [{ places: unreadable, outcome: undecided(check.column) }]
  const sum = figures.reduce<typeof zero>((total, figure) => (figure ? add(total, figure) : total), zero)
  const bound = multiply(target, exact(check.times))
  const within = compare(sum, bound) <= 0
  return [{ places, outcome: within ? passed : failed({ sum: exactText(sum), bound: exactText(bound) }) }]
}
