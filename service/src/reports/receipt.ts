import { unitSchema } from '@kaohe/shared-rules'
import { z } from 'zod'
import type { Described } from '../contract/described.ts'
import { fingerprintsSchema, indicatorStatusSchema, totalSchema } from '../contract/shapes/scores.ts'

export const receivedCellSchema = z.strictObject({
  path: z.string(),
  status: z.enum(['accepted', 'unchanged', 'refused']),
  reason: z.string().exactOptional(),
})
export type ReceivedCell = Described<typeof receivedCellSchema>

const rowNumberSchema = z.strictObject({
  ledger: z.string(),
  row: z.int(),
  number: z.string(),
})
export type RowNumber = Described<typeof rowNumberSchema>

/** 回执: what the service took in, when, and that it came to the same result. Stored as it was given, and given again as stored. */
export const receiptSchema = z
  .strictObject({
    number: z.string(),
    /** ISO 8601, by the service's clock. */
    receivedAt: z.string(),
    /** When the clerk's machine says it was saved there. */
    savedAt: z.string().exactOptional(),
    unit: unitSchema,
    form: z.string(),
    window: z.string(),
    timeliness: z.enum(['on-time', 'late']),
    pack: z.strictObject({
      id: z.string(),
      version: z.string(),
      hash: z.string(),
    }),
    fingerprints: fingerprintsSchema,
    total: totalSchema,
    indicators: z.array(
      z.strictObject({ indicator: z.string(), shown: z.string().nullable(), status: indicatorStatusSchema }),
    ),
    cells: z.array(receivedCellSchema),
    /** 项目编号 of every ledger row, new or known; `row` counts from zero in the record. */
    numbers: z.array(rowNumberSchema),
  })
  .meta({ id: 'Receipt' })
export type Receipt = Described<typeof receiptSchema>
