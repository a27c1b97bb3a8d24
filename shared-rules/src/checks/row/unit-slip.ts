import { z } from 'zod'
import { columnIds, decimalText, figureBoundSchema } from '../bound.ts'

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
