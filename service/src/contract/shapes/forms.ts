import { formRecordSchema, stageNames } from '@kaohe/shared-rules'
import { z } from 'zod'

/** Forms and what is in them, as answers carry it; see scores.ts. */
export const cellsSchema = formRecordSchema.shape.cells
/** Targets of one unit by key. */
export const targetsSchema = z.record(z.string(), z.string())
export const stageNameSchema = z.enum(stageNames)

const gridCellSchema = z.strictObject({
  row: z.int(),
  column: z.int(),
  value: z.union([z.string(), z.number(), z.boolean()]),
  formula: z.string().exactOptional(),
  style: z.enum([
    ...(['annex', 'title', 'caption', 'unit-line', 'head', 'body-left', 'body-centre', 'body-right'] as const),
    ...(['input-left', 'input-centre', 'input-right', 'total-centre', 'total-right', 'remark', 'stamp'] as const),
  ]),
  locked: z.boolean(),
  format: z.string(),
  choices: z.array(z.string()).exactOptional(),
})

export const gridSheetSchema = z
  .strictObject({
    name: z.string(),
    columns: z.array(z.strictObject({ width: z.number() })),
    rows: z.array(z.strictObject({ height: z.number(), grows: z.boolean().exactOptional() })),
    cells: z.array(gridCellSchema),
    merges: z.array(z.string()),
    frozen: z.strictObject({ rows: z.int(), columns: z.int() }),
    protected: z.boolean(),
    print: z.strictObject({
      area: z.string(),
      paper: z.enum(['A3', 'A4']),
      landscape: z.boolean(),
      onePage: z.boolean(),
      titleRows: z.string(),
    }),
    validations: z.array(
      z.strictObject({
        area: z.string(),
        kind: z.enum(['amount', 'count', 'percent', 'date', 'choice']),
        choices: z.array(z.string()).exactOptional(),
        message: z.string(),
      }),
    ),
    highlights: z.array(
      z.strictObject({ area: z.string(), formula: z.string(), tint: z.enum(['fault', 'gap', 'reached']) }),
    ),
  })
  .meta({ id: 'GridSheet', description: '一张工作表的格子、列宽、合并和打印设置' })

export const formGridSchema = z
  .strictObject({
    form: z.string(),
    template: z.int(),
    title: z.string(),
    fileName: z.string(),
    owner: z.string().nullable(),
    sheets: z.array(gridSheetSchema),
    names: z.record(z.string(), z.string()),
  })
  .meta({ id: 'FormGrid', description: '一张表的工作簿，排好待绘' })
