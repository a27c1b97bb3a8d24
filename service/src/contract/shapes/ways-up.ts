import { z } from 'zod'

const wayUpSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('enough'),
    indicator: z.string(),
    more: z.string(),
    figure: z.string(),
    total: z.string(),
    rank: z.int(),
  }),
  z.strictObject({ kind: z.literal('short'), indicator: z.string(), total: z.string() }),
  z.strictObject({ kind: z.literal('by-rows'), indicator: z.string() }),
])

/** 进位测算 of the shared rules, as an answer carries it; see scores.ts. */
export const waysUpSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ways'), rank: z.int(), total: z.string(), ways: z.array(wayUpSchema) }),
  z.strictObject({ kind: z.enum(['first', 'unranked', 'relative']) }),
])
