import type { CellValue, Place } from '@kaohe/shared-rules'

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

export type BookRow = readonly (BookCell | undefined)[]

export interface BookSheet {
  readonly name: string
  /** Widths in characters. */
  readonly columns: readonly number[]
  /** Heights of the drawn rows, in points. */
  readonly heights: readonly number[]
  readonly rows: readonly BookRow[]
  readonly merges: readonly Area[]
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** On a protected sheet only unlocked cells take a value; on another one every cell does, also below the drawn rows. */
  readonly protected: boolean
  /** Rows below the drawn ones look like the last one: a ledger goes on, a report ends. */
  readonly continues: boolean
}

export interface Change extends Place {
  readonly value: CellValue
}

/**
 * The cell of a place. Beyond the drawn cells a protected sheet is locked, and a ledger goes on like its last row, so
 * that what is pasted past its end keeps its formats.
 */
export function cellAt(sheet: BookSheet, { row, column }: Place): BookCell {
  const drawn = sheet.rows[row]?.[column]
  if (drawn) return drawn
  const above = sheet.continues && row >= sheet.rows.length ? sheet.rows.at(-1)?.[column] : undefined
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
    const cells = copies.get(row) ?? [...(rows[row] ?? [])]
    cells[column] = cell
    copies.set(row, cells)
    rows[row] = cells
  }
  return { ...sheet, rows, heights: heightsFor(sheet.heights, rows.length) }
}

/** A row below the drawn ones: of a ledger the last one again, without its values. */
function rowLike(sheet: BookSheet): BookRow {
  return sheet.continues ? (sheet.rows.at(-1)?.map((cell) => cell && blankLike(cell)) ?? []) : []
}

function heightsFor(heights: readonly number[], count: number): readonly number[] {
  if (heights.length >= count) return heights
  return [...heights, ...Array<number>(count - heights.length).fill(heights.at(-1) ?? 20)]
}

function blankLike({ formula: _formula, ...cell }: BookCell): BookCell {
  return { ...cell, value: '' }
}
