import type { SheetSnapshot } from './snapshot.ts'

/** A sheet of an official annex as somebody else made it: values, and what is needed to draw it again. */
export interface AnnexSheet extends SheetSnapshot {
  /** A1 blocks. */
  readonly merges: readonly string[]
  /** In characters, by column from zero; null where the sheet says nothing. */
  readonly widths: readonly (number | null)[]
  /** In points, by row from zero; null where the sheet says nothing. */
  readonly heights: readonly (number | null)[]
}

/** 附件: an official workbook of the office's own. `values[0][0]` of each sheet is A1. */
export interface Annex {
  readonly sheets: readonly AnnexSheet[]
}
