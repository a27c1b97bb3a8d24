import { z } from 'zod'
import { numberText } from '../decimal-text.ts'

/** So much: in points, or as a share of the indicator's weight (`0.05` is 5 % of it). */
export const worthSchema = z.union([z.strictObject({ points: numberText }), z.strictObject({ share: numberText })])
export type Worth = Readonly<z.infer<typeof worthSchema>>
