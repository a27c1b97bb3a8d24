import { z } from 'zod'

/** What the shared rules say of a record and of a file, as answers carry it; see scores.ts. */
const outcomeSchema = z.discriminatedUnion('status', [
  z.strictObject({ status: z.literal('passed') }),
  z.strictObject({ status: z.literal('failed'), values: z.record(z.string(), z.string()) }),
  z.strictObject({ status: z.literal('not-applicable') }),
  z.strictObject({ status: z.literal('undecided'), missing: z.array(z.string()) }),
])

export const verdictSchema = z
  .strictObject({
    check: z.string(),
    severity: z.enum(['red', 'amber', 'advice']),
    outcome: outcomeSchema,
    paths: z.array(z.string()),
    message: z.string().exactOptional(),
    suggestion: z.strictObject({ path: z.string(), value: z.string() }).exactOptional(),
    clause: z.string(),
  })
  .meta({ id: 'Verdict', description: '一项校验对一处的结论' })

export const cellAddressSchema = z.strictObject({ sheet: z.string(), address: z.string() })

export const recognitionNoteSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('template-differs'), template: z.int(), current: z.int() }),
  z.strictObject({ kind: z.literal('by-heads'), sheet: z.string(), columns: z.array(z.string()) }),
])

export const missingHeadSchema = z.strictObject({
  column: z.string(),
  head: z.array(z.string()),
  looked: z.string(),
})
