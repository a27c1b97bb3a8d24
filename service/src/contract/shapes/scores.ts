import { z } from 'zod'

/**
 * What the shared rules say of points, as answers carry it. The rules themselves know no schema of it: what they compute is typed,
 * and these are compared with that type by the compiler (answers.typetest.ts).
 */
export const indicatorStatusSchema = z.enum(['scored', 'no-task', 'excluded', 'pending', 'undecided', 'relative'])

export const totalSchema = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('total'), shown: z.string(), exact: z.string() }),
    z.strictObject({
      kind: z.literal('withheld'),
      undecided: z.array(z.string()),
      counted: z.string(),
      countedWeight: z.string(),
    }),
  ])
  .meta({ id: 'Total', description: '总分；有未定的指标时暂缺，只给出已计部分' })

export const fingerprintsSchema = z.strictObject({ inputs: z.string(), result: z.string() })

export const missingFactSchema = z.strictObject({
  kind: z.enum(['target', 'actual', 'item']),
  key: z.string(),
  index: z.int().exactOptional(),
  field: z.string().exactOptional(),
  unit: z.string().exactOptional(),
})

/** A fact that an indicator looked at, and where it came from. */
export const inputSchema = z.strictObject({
  kind: z.enum(['target', 'actual', 'items']),
  key: z.string(),
  value: z.string().nullable(),
  places: z.array(z.int()).exactOptional(),
  origin: z
    .strictObject({
      place: z.string().optional(),
      status: z.enum(['reported', 'verified', 'carried', 'issued']),
      by: z.string().optional(),
    })
    .exactOptional(),
})

/** The pack that something was computed by. */
export const packNameSchema = z.strictObject({
  id: z.string(),
  version: z.string(),
  hash: z.string(),
  official: z.boolean(),
  notice: z.string(),
})
