import { z } from 'zod'
import type { Described } from './contract/described.ts'

/** A whole number, as a query gives it. */
export const whole = z.coerce.number('须为整数').int('须为整数')
/** The row that a page follows, by its place in the list; 0 for the first page. */
const after = whole.min(0).max(10_000_000)
const limit = whole.min(1).max(500)

/** Which rows are wanted of a list that is always read by pages. */
export const pageQuery = { after: after.default(0), limit: limit.default(100) }
/** Which rows are wanted of a list that is whole unless a page is asked for. */
export const pageOrWholeQuery = { after: after.optional(), limit: limit.optional() }

/** A stretch of a list of such rows. */
export const pageOfSchema = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    rows: z.array(row),
    /** How many rows the list has. */
    count: z.int(),
    /** What to ask for as `after` to go on, or null at the end. */
    next: z.int().nullable(),
  })

type Page<Row> = Omit<Described<ReturnType<typeof pageOfSchema>>, 'rows'> & { readonly rows: readonly Row[] }

interface Asked {
  readonly after?: number | undefined
  readonly limit?: number | undefined
}

/** Up to `limit` rows that follow the row `after`; all of them where no limit is given. */
export function pageOfRows<Row>(rows: readonly Row[], { after = 0, limit = rows.length }: Asked): Page<Row> {
  const reached = after + limit
  return { rows: rows.slice(after, reached), count: rows.length, next: reached < rows.length ? reached : null }
}
