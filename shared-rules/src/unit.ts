import { z } from 'zod'

/** 责任单位: register data, never part of a pack. `pool` is the group it is ranked in (镇街, 区直), null while unassigned. */
export const unitSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  pool: z.string().nullable(),
  order: z.int(),
})
export type Unit = Readonly<z.infer<typeof unitSchema>>

/** Issued targets of one unit by target key, as plain decimal text. A key that is absent is no task. */
export type Targets = Readonly<Record<string, string>>
