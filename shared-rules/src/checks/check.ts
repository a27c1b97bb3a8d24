import { z } from 'zod'
import { conditionSchema } from '../condition.ts'
import { atLeastSchema } from './row/at-least.ts'
import { atMostSchema } from './row/at-most.ts'
import { differsFromSchema } from './row/differs-from.ts'
import { notAfterSchema } from './row/not-after.ts'
import { notBeforeSchema } from './row/not-before.ts'
import { notBelowPreviousSchema } from './row/not-below-previous.ts'
import { oneOfSchema } from './row/one-of.ts'
import { readableSchema } from './row/readable.ts'
import { requiredSchema } from './row/required.ts'
import { sumsToSchema } from './row/sums-to.ts'
import { unitSlipSchema } from './row/unit-slip.ts'
import { filledTableSchema } from './table/filled-table.ts'
import { rowsKeptSchema } from './table/rows-kept.ts'
import { totalAtMostSchema } from './table/total-at-most.ts'
import { uniqueSchema } from './table/unique.ts'

/** What may be asked of one row by itself. */
const rowAssertionSchema = z.discriminatedUnion('kind', [
  readableSchema,
  requiredSchema,
  atLeastSchema,
  atMostSchema,
  notBeforeSchema,
  notAfterSchema,
  oneOfSchema,
  sumsToSchema,
  unitSlipSchema,
  notBelowPreviousSchema,
  differsFromSchema,
])
/** What may be asked of all rows of a ledger together. */
const tableAssertionSchema = z.discriminatedUnion('kind', [
  uniqueSchema,
  filledTableSchema,
  rowsKeptSchema,
  totalAtMostSchema,
])
export type RowAssertion = Readonly<z.infer<typeof rowAssertionSchema>>
export type TableAssertion = Readonly<z.infer<typeof tableAssertionSchema>>

/** One check of a pack: where it looks, when it concerns a row, what must be true, and what is said when it is not. */
export const checkSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, '校验标识须为小写字母、数字和连字符'),
  /** What is true when the check passes. */
  title: z.string().min(1),
  /** The clause served, by number. */
  clause: z.string().min(1),
  /** `red` blocks submission, `amber` asks for a sentence that travels with the figure, `advice` only tells. */
  severity: z.enum(['red', 'amber', 'advice']),
  /** The matrix row of a form, or the rows of one of its ledgers. */
  where: z.array(z.strictObject({ form: z.string().min(1), ledger: z.string().min(1).optional() })).min(1),
  /** Concerns only units that hold at least one of these tasks. */
  tasks: z.array(z.string().min(1)).min(1).optional(),
  /** Concerns only rows of which all of this holds. */
  when: z.array(conditionSchema).min(1).optional(),
  asserts: z.discriminatedUnion('kind', [rowAssertionSchema, tableAssertionSchema]),
  /** `{place}`, `{column}` and what the kind of assertion fills in besides. */
  message: z.string().min(1),
})
export type Check = Readonly<z.infer<typeof checkSchema>>
