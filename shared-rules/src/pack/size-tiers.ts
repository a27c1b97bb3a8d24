import { z } from 'zod'
import { numberText } from '../decimal-text.ts'
import { clause, identifier, label } from './identifier.ts'

/** The same for everybody, or by pool. */
const pointsSchema = z.union([numberText, z.record(identifier, numberText)])

const tierSchema = z.strictObject({
  title: label,
  /** The tier begins here; `inclusive` takes the bound itself in. */
  from: numberText,
  inclusive: z.boolean(),
  points: pointsSchema,
})

/** 规模分档: points by size, in rising order. What lies below the first tier earns nothing. */
export const sizeTiersSchema = z.strictObject({
  id: identifier,
  title: label,
  unit: z.string().max(20),
  clause,
  tiers: z.array(tierSchema).min(1).max(50),
  /** Past the last tier: `points` more for each `per`; `partSteps` says whether a step begun counts. */
  beyond: z
    .strictObject({
      from: numberText,
      per: numberText,
      points: pointsSchema,
      partSteps: z.enum(['drop', 'count-whole', 'pro-rata']),
    })
    .nullable(),
})
export type SizeTiers = Readonly<z.infer<typeof sizeTiersSchema>>
