import { z } from 'zod'
import { missingFactSchema, packNameSchema } from './scores.ts'

/** How the shared rules award and compare, as answers carry it; see scores.ts. */
const standingSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('winner') }),
  z.strictObject({ kind: z.literal('at-the-line') }),
  z.strictObject({ kind: z.literal('behind') }),
  z.strictObject({ kind: z.literal('undecided'), missing: z.array(missingFactSchema) }),
  z.strictObject({ kind: z.literal('no-figure'), title: z.string() }),
  z.strictObject({ kind: z.literal('below-minimum'), title: z.string(), least: z.string() }),
  z.strictObject({ kind: z.literal('excluded'), clause: z.string() }),
  z.strictObject({ kind: z.literal('vetoed'), veto: z.string(), clause: z.string() }),
  z.strictObject({ kind: z.literal('not-eligible'), indicators: z.array(z.string()) }),
])

export const candidateSchema = z.strictObject({
  unit: z.string(),
  place: z.int().nullable(),
  keys: z.array(z.string()),
  standing: standingSchema,
  notes: z.array(z.string()),
})

export const awardListStatusSchema = z.enum(['selected', 'pending'])

const textPair = z.tuple([z.string().nullable(), z.string().nullable()])

/** Before and after: by another pack, or under another finding. */
export const comparisonSchema = z.strictObject({
  packs: z.tuple([packNameSchema, packNameSchema]),
  units: z.array(
    z.strictObject({
      unit: z.string(),
      name: z.string(),
      pool: z.string().nullable(),
      totals: textPair,
      ranks: z.tuple([z.int().nullable(), z.int().nullable()]),
      difference: z.string().nullable(),
      indicators: z.array(z.strictObject({ indicator: z.string(), shown: textPair })),
    }),
  ),
  awards: z.array(z.strictObject({ award: z.string(), gains: z.array(z.string()), loses: z.array(z.string()) })),
})
