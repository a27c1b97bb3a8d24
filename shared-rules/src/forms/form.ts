import { z } from 'zod'
import { librarySchema } from './library.ts'

const identifier = z.string().regex(/^[a-z][A-Za-z0-9]*$/, '标识须以小写字母开头，只含字母和数字')

/** One column of a form. The single source for writing it, finding it again and reading it. */
export const columnSchema = z.strictObject({
  id: identifier,
  /** Header texts from the topmost head row down to the column's own. */
  head: z.array(z.string().min(1)).min(1),
  /** `target` shows an issued figure, `input` is typed by the unit, `derived` is counted for it and never scored. */
  role: z.enum(['ordinal', 'unit', 'number', 'target', 'input', 'derived', 'note']),
  type: z.enum(['text', 'amount', 'count', 'percent', 'date', 'choice']),
  /** The unit printed with the figure: 万元, 个, %. */
  unit: z.string().optional(),
  /** What may stand in a `choice` cell; for a `text` cell only suggestions. */
  choices: z.array(z.string().min(1)).min(2).optional(),
  /** `target` columns: the key of the register's target shown here. */
  target: identifier.optional(),
  /** `input` columns of the matrix: the key of the actual reported here. */
  figure: identifier.optional(),
  /** `derived` columns of the matrix: the indicator whose figure is counted in a ledger. Its formula in the written workbook is made from the indicator's own conditions. */
  indicator: z.string().min(1).max(64).optional(),
  /** `derived` columns: an Excel formula over the same row; `{column}` is that column's cell. */
  formula: z.string().optional(),
  /** Width in characters. */
  width: z.number().positive(),
})
export type Column = z.infer<typeof columnSchema>

/** 分解表: one row per unit, all units on one sheet, closed by 合计. */
const matrixSchema = z.strictObject({
  sheet: z.string().min(1),
  title: z.string().min(1),
  /** The line under the title, right-aligned: 单位：万元. */
  unitLine: z.string(),
  columns: z.array(columnSchema).min(3),
  /** How to fill it in, under the table. */
  remark: z.string(),
  /** The last line: 填报单位（盖章）… */
  stampLine: z.string(),
})

/** 台账: a sheet of the unit's own, one row per project or fund, left unprotected. */
const ledgerSchema = z.strictObject({
  id: identifier,
  sheet: z.string().min(1),
  title: z.string().min(1),
  unitLine: z.string(),
  columns: z.array(columnSchema).min(3),
  /** Rows drawn and named in the written workbook; a unit may go on below them. */
  capacity: z.int().min(1).max(2000),
  /** A row without a number is told from others by these columns. */
  identity: z.array(identifier).min(1),
  /** How to fill it in, above the head, where rows that are added do not push it away. */
  remark: z.string(),
  /** Only of the ledger whose rows are the project library. */
  library: librarySchema.optional(),
})
export type Matrix = z.infer<typeof matrixSchema>
export type Ledger = z.infer<typeof ledgerSchema>

/** An official workbook: 附件1–5. */
export const formSchema = z.strictObject({
  id: identifier,
  annex: z.string().min(1),
  title: z.string().min(1),
  fileName: z.string().min(1),
  /** Rises when the layout changes; travels in the defined names and with every submission. */
  template: z.int().min(1),
  matrix: matrixSchema,
  ledgers: z.array(ledgerSchema),
})
export type Form = z.infer<typeof formSchema>
