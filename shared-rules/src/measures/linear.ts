import { z } from 'zod'
import { numberText } from '../decimal-text.ts'
import { basisSchema } from './basis.ts'

export const linearSchema = z.strictObject({
  kind: z.literal('linear'),
  basis: basisSchema,
  /** Past this, nothing more is earned: `1` pays no surplus, `1.2` pays a fifth, null pays all of it. */
  cap: numberText.nullable(),
  /** Below this, nothing more is lost; null lets points go negative. */
  floor: numberText.nullable(),
})
export type Linear = Readonly<z.infer<typeof linearSchema>>
