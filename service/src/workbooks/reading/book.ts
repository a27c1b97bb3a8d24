import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '@kaohe/shared-rules'

/** A sheet as it was read, with what is needed to draw it. `top` and `left` are 0; rows end with their last filled cell. */
export interface BookSheet extends SheetSnapshot {
  readonly hidden: boolean
  /** A1 blocks, in the order of their texts. */
  readonly merges: readonly string[]
  /** In characters, by column from zero; null where the sheet says nothing. */
  readonly widths: readonly (number | null)[]
  /** In points, by row from zero; null where the sheet says nothing. */
  readonly heights: readonly (number | null)[]
  /** Filled cells that lie too far down or out to be read. */
  readonly beyond: number
}

/** What a file holds: visible sheets first, so that a hidden copy never takes the place of what people see. */
export interface Book extends WorkbookSnapshot {
  readonly format: 'xlsx' | 'xls'
  readonly sheets: readonly BookSheet[]
}

export type { CellValue }

/** Days from the first day of the 1904 calendar to that of 1900, which is the one a snapshot counts in. */
export const days1904 = 1462

export const visibleFirst = (sheets: readonly BookSheet[]): readonly BookSheet[] =>
  sheets.toSorted((a, b) => Number(a.hidden) - Number(b.hidden))
