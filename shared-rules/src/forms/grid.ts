import type { CellValue, SheetSnapshot, WorkbookSnapshot } from './snapshot.ts'

/** How a cell looks. The workbook writer and the workbench each have one appearance per name. */
export type StyleName =
  | 'annex'
  | 'title'
  | 'caption'
  | 'unit-line'
  | 'head'
  /** Issued and locked: the middle for words, the right for figures. */
  | 'body-left'
  | 'body-centre'
  | 'body-right'
  /** Open for typing. */
  | 'input-left'
  | 'input-centre'
  | 'input-right'
  | 'total-centre'
  | 'total-right'
  | 'remark'
  | 'stamp'

export interface GridCell {
  /** Both counted from zero. */
  readonly row: number
  readonly column: number
  /** For a formula, what it yields while the form is empty. */
  readonly value: CellValue
  /** As Excel writes it, without `=`. */
  readonly formula?: string
  readonly style: StyleName
  readonly locked: boolean
  /** Excel number format. */
  readonly format: string
  readonly choices?: readonly string[]
}

/** Excel's own validation: decoration, because a paste passes it by. The checks of the pack decide. */
export interface GridValidation {
  readonly area: string
  readonly kind: 'amount' | 'count' | 'percent' | 'date' | 'choice'
  readonly choices?: readonly string[]
  /** Shown when Excel turns an entry down. */
  readonly message: string
}

/** A conditional format: cells of `area` are tinted where the formula, written for its first cell, holds. */
export interface GridHighlight {
  readonly area: string
  readonly formula: string
  readonly tint: 'fault' | 'gap' | 'reached'
}

export interface GridRow {
  readonly height: number
  /** Becomes higher when a text in it needs more lines. */
  readonly grows?: boolean
}

export interface GridSheet {
  readonly name: string
  /** Widths in characters, heights in points. */
  readonly columns: readonly { readonly width: number }[]
  readonly rows: readonly GridRow[]
  /** Sparse: what is not listed is empty and plain. */
  readonly cells: readonly GridCell[]
  /** A1 blocks; the value stands in their first cell. */
  readonly merges: readonly string[]
  readonly frozen: { readonly rows: number; readonly columns: number }
  readonly protected: boolean
  readonly print: {
    readonly area: string
    readonly paper: 'A3' | 'A4'
    readonly landscape: boolean
    /** Shrunk to one page; else only to the width of one, and as long as it takes. */
    readonly onePage: boolean
    /** Repeated on each page: `4:6`, counted from one. */
    readonly titleRows: string
  }
  readonly validations: readonly GridValidation[]
  readonly highlights: readonly GridHighlight[]
}

/** A form laid out for one unit or for the office: all that the workbook writer and the workbench draw. */
export interface FormGrid {
  readonly form: string
  readonly template: number
  readonly title: string
  readonly fileName: string
  /** Unit id, or null for the office's copy, in which every unit's row is open. */
  readonly owner: string | null
  readonly sheets: readonly GridSheet[]
  readonly names: Readonly<Record<string, string>>
}

/** What a reader would see of the workbook drawn from this grid. */
export function snapshotOfGrid(grid: FormGrid): WorkbookSnapshot {
  return { sheets: grid.sheets.map(snapshotOfSheet), names: grid.names }
}

function snapshotOfSheet(sheet: GridSheet): SheetSnapshot {
  const values = sheet.rows.map(() => sheet.columns.map((): CellValue => ''))
  for (const cell of sheet.cells) {
    const row = values[cell.row]
    if (row) row[cell.column] = cell.value
  }
  return { name: sheet.name, top: 0, left: 0, values }
}
