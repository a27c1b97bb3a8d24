import type { CellValue } from '@kaohe/shared-rules'

/** A place on a sheet, counted from zero. */
export interface Place {
  readonly row: number
  readonly column: number
}

/** A block of cells; all four sides belong to it. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface BookCell {
  readonly value: CellValue
  readonly style: string
  /** A number format as Excel writes it. */
  readonly format: string
  readonly locked: boolean
  readonly choices?: readonly string[]
  /** Computed by Excel in the real workbook; shown here, never typed over. */
  readonly formula?: string
}

export interface BookRow {
  /** In points. */
  readonly height: number
  readonly cells: readonly (BookCell | undefined)[]
}

export interface BookSheet {
  readonly name: string
  /** Widths in characters. */
  readonly columns: readonly number[]
  readonly rows: readonly BookRow[]
  readonly merges: readonly Area[]
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** On a protected sheet only unlocked cells take a value; on another one every cell does, also below the drawn rows. */
  readonly protected: boolean
}

export interface Change extends Place {
  readonly value: CellValue
}

/**
 * The cell of a place. Beyond the drawn cells a protected sheet is locked; an open one goes on like its last row,
 * so that a ledger pasted past its end keeps its formats.
 */
export function cellAt(sheet: BookSheet, { row, column }: Place): BookCell {
  const drawn = sheet.rows[row]?.cells[column]
  if (drawn) return drawn
  const above = sheet.protected || row < sheet.rows.length ? undefined : sheet.rows.at(-1)?.cells[column]
  return above ? blankLike(above) : { value: '', style: '', format: 'General', locked: sheet.protected }
}

/** May a person type here? */
export function isOpen(sheet: BookSheet, place: Place): boolean {
  return !sheet.protected || !cellAt(sheet, place).locked
}

/** The sheet with other values in it; rows that did not change stay the same objects. */
export function withChanges(sheet: BookSheet, changes: readonly Change[]): BookSheet {
  return withCells(
    sheet,
    changes.map(({ row, column, value }) => ({ row, column, cell: { ...cellAt(sheet, { row, column }), value } })),
  )
}

/** The same with whole cells. */
export function withCells(sheet: BookSheet, placed: readonly (Place & { readonly cell: BookCell })[]): BookSheet {
  const rows = [...sheet.rows]
  const copies = new Map<number, (BookCell | undefined)[]>()
  for (const { row, column, cell } of placed) {
    while (rows.length <= row) rows.push(rowLike(sheet))
    const cells = copies.get(row) ?? [...(rows[row]?.cells ?? [])]
    cells[column] = cell
    copies.set(row, cells)
    rows[row] = { height: rows[row]?.height ?? 15, cells }
  }
  return { ...sheet, rows }
}

/** A row below the drawn ones: on an open sheet the last one again, without its values. */
function rowLike(sheet: BookSheet): BookRow {
  const last = sheet.rows.at(-1)
  const cells = sheet.protected ? [] : last?.cells.map((cell) => cell && blankLike(cell))
  return { height: last?.height ?? 15, cells: cells ?? [] }
}

function blankLike({ formula: _formula, ...cell }: BookCell): BookCell {
  return { ...cell, value: '' }
}
