import { z } from 'zod'
import { basisSchema, onBasis } from '../basis.ts'
import { boundSchema, reaches } from '../bound.ts'
import { scored } from '../points.ts'
import type { OwnRunner } from '../situation.ts'
import { worthOf, worthSchema } from '../worth.ts'

export const tableSchema = z.strictObject({
  kind: z.literal('table'),
  basis: basisSchema,
  /** In rising order of `from`. */
  rows: z
    .array(boundSchema.extend({ worth: worthSchema }))
    .min(1)
    .max(200),
  /** For what reaches no row. */
  below: worthSchema,
})
export type Table = Readonly<z.infer<typeof tableSchema>>

/**
 * 档次表 (F6)：the worth of the last row reached.
 *
 * 85 % → 20, 75 % → 15, above 65 % → 10, else 0 (道真 2007, where 65 % itself gets 0): 84.9 % is 15 分.
 */
export function table({ basis, rows, below }: Table): OwnRunner {
  const steps = rows.map((row) => ({ reached: reaches(row), worth: worthOf(row.worth) }))
  const least = worthOf(below)
  return onBasis(basis, (x, { weight }, seen) => {
    const row = steps.findLast(({ reached }) => reached(x))
    return scored(row ? row.worth(weight) : least(weight), seen)
  })
}
