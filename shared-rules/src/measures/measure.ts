import { z } from 'zod'
import { deduction, deductionSchema } from './deduction.ts'
import { linear, linearSchema } from './linear.ts'
import { perItem, perItemSchema } from './per-item.ts'
import type { Runner, Tables } from './situation.ts'

export const measureSchema = z.discriminatedUnion('kind', [linearSchema, perItemSchema, deductionSchema])
export type Measure = Readonly<z.infer<typeof measureSchema>>

type Runners = { readonly [K in Measure['kind']]: (measure: Extract<Measure, { kind: K }>, tables: Tables) => Runner }

/** One entry for each kind of measure; the compiler refuses a kind without its function. */
const runners: Runners = { linear, 'per-item': perItem, deduction }

export function runnerOf(measure: Measure, tables: Tables): Runner {
  // A kind and its own runner: the table above is typed so, an index by the union cannot be.
  const prepare = runners[measure.kind] as (measure: Measure, tables: Tables) => Runner
  return prepare(measure, tables)
}
