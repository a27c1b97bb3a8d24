/**
 * A value as the sheet holds it: a number is a double, a date is a serial number, an error is its text (`#N/A`),
 * an empty cell is `''`. Never the displayed text, which depends on format and locale.
 */
export type CellValue = string | number | boolean

/** One block of a sheet as it was read at once. `top` and `left` place `values[0][0]`, counted from zero. */
export interface SheetSnapshot {
  readonly name: string
  readonly top: number
  readonly left: number
  readonly values: readonly (readonly CellValue[])[]
}

/** What was seen of a workbook: its sheets, and its defined names as Excel writes them (`'表 1'!$B$4:$B$29`). */
export interface WorkbookSnapshot {
  readonly sheets: readonly SheetSnapshot[]
  readonly names: Readonly<Record<string, string>>
}

/** A cell in words both people and Excel use: sheet name and A1 address without `$`. */
export interface CellAddress {
  readonly sheet: string
  readonly address: string
}
