import { z } from 'zod'
import { decimalText, exact } from '../../decimal-text.ts'
import { columnIds, figureBoundSchema } from '../bound.ts'
import { compare, exactText, multiply, zero } from '../../exact.ts'
import { boundFigure } from './against.ts'
import { failed, figureOf, notApplicable, passed, textOf, undecided, type Finding, type Row } from './row.ts'

export const unitSlipSchema = z.strictObject({
  kind: z.literal('unit-slip'),
  columns: columnIds,
  /** The size such a figure usually has. */
  usual: figureBoundSchema,
  /** A positive figure this many times smaller than usual is doubted… */
  smaller: decimalText,
  /** …and this many times the figure is offered instead: 10000 for 亿 written where 万 is meant. */
  factor: decimalText,
})
type UnitSlip = Readonly<z.infer<typeof unitSlipSchema>>

/** No positive figure is so far below its usual size that it was probably written in another unit (22 for 220000). */
export function unitSlip(check: UnitSlip, row: Row): readonly Finding[] {
  const usual = boundFigure(check.usual, row)
  const [smaller, factor] = [exact(check.smaller), exact(check.factor)]
  return check.columns.map((column) => {
    const value = figureOf(row.cells, column)
    if (value === null || !usual) return { columns: [column], outcome: notApplicable }
    if (value === undefined) return { columns: [column], outcome: undecided(column) }
    if (compare(value, zero) <= 0 || compare(multiply(value, smaller), usual) >= 0)
      return { columns: [column], outcome: passed }
    const suggestion = exactText(multiply(value, factor))
    const values = { value: textOf(row.cells, column), usual: exactText(usual), suggestion }
    return { columns: [column], outcome: failed(values), suggestion }
  })
}
