import { z } from 'zod'

/** Cells by column id. A number is plain decimal text, a date is `2019-05-01`, an empty cell is null, anything else is the text as typed. */
const cellsSchema = z.record(z.string().max(64), z.string().max(2000).nullable())
export type Cells = Readonly<z.infer<typeof cellsSchema>>

/** What one unit reports in one form: the input cells of its row, and the rows of its ledgers in sheet order. */
export const formRecordSchema = z.strictObject({
  form: z.string().max(64),
  template: z.int(),
  cells: cellsSchema,
  ledgers: z.record(z.string().max(64), z.array(cellsSchema).max(2000)),
})
export type FormRecord = Readonly<z.infer<typeof formRecordSchema>>
