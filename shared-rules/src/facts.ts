import { z } from 'zod'

const figure = z.string().max(2000).nullable()
const item = z.record(z.string().max(64), figure)

/** Where a fact came from: a cell or a paper, how far it can be relied on, and who stands for it. For the reader; never part of scoring. */
const originSchema = z.strictObject({
  place: z.string().max(200).optional(),
  status: z.enum(['reported', 'verified', 'carried', 'issued']),
  by: z.string().max(200).optional(),
})
export type Origin = Readonly<z.infer<typeof originSchema>>

/**
 * Everything scoring may look at for one unit. Figures are decimal text. An actual that is null or absent is not known, never
 * zero; a target that is null or absent is no task.
 */
export const unitFactsSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  pool: z.string().nullable(),
  targets: z.record(z.string(), figure),
  actuals: z.record(z.string(), figure),
  /** Ledger rows by ledger id, in the order of the sheet. A ledger that is absent was not reported; an empty list was reported empty. */
  items: z.record(z.string(), z.array(item)),
  flags: z.array(z.string()),
  /** By the fact's path: `targets.tax`, `actuals.tax`, `items.projects`. Shown in the working, in no fingerprint. */
  origins: z.record(z.string().max(200), originSchema).optional(),
})
export type UnitFacts = Readonly<z.infer<typeof unitFactsSchema>>
export type Item = Readonly<z.infer<typeof item>>

/** The facts of an assessment on one day. */
export const factsSchema = z.strictObject({ asOf: z.iso.date(), units: z.array(unitFactsSchema) })
export type Facts = Readonly<z.infer<typeof factsSchema>>
