import type { CellValue } from '@kaohe/shared-rules'
import type { WorkbookResult } from './workbook.ts'

export interface ReportColumn {
  readonly title: string
  /** A number format as Excel writes it: `0.00`, `@` for text. */
  readonly format: string
  /** Width in characters. */
  readonly width: number
}

/** A result sheet of ours: lines above a table that has a name, so that it is found again wherever it was moved. */
export interface Report {
  readonly sheet: string
  /** Name of the table: letters, digits, underscore. */
  readonly table: string
  readonly title: string
  /** Lines between title and table: run time, 示例(非官方), 暂定. */
  readonly notes: readonly string[]
  readonly columns: readonly ReportColumn[]
  readonly rows: readonly (readonly CellValue[])[]
}

/** Result sheets in the workbook of the office. */
export interface ReportSheets {
  /** Is there a table of this name, and on which sheet? */
  find(table: string): Promise<WorkbookResult<{ readonly sheet: string } | null>>
  /** Makes the sheet (a free name, if the wanted one is taken) and fills and formats the table. */
  create(report: Report): Promise<WorkbookResult<{ readonly sheet: string }>>
  /** Fills the existing table anew where it stands: same columns, any number of rows. Cells beside the table stay as they are. */
  refresh(report: Report): Promise<WorkbookResult<{ readonly sheet: string }>>
}
