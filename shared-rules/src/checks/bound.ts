import { z } from 'zod'
import { decimalText } from '../decimal-text.ts'

export const columnId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, '栏目标识须以小写字母开头')
export const columnIds = z.array(columnId).min(1)

/** What a figure is held against: a figure of the pack, another column of the row, or a multiple of the unit's issued target. */
export const figureBoundSchema = z.union([
  z.strictObject({ value: decimalText }),
  z.strictObject({ column: columnId }),
  z.strictObject({ target: z.string().min(1), times: decimalText }),
])
export type FigureBound = Readonly<z.infer<typeof figureBoundSchema>>

/** What a date is held against. `last-day` is the earlier of today and the end of the window: later things belong to a later report. */
export const dayBoundSchema = z.union([
  z.strictObject({ day: z.iso.date() }),
  z.strictObject({ column: columnId }),
  z.strictObject({ moment: z.literal('last-day') }),
])
export type DayBound = Readonly<z.infer<typeof dayBoundSchema>>
