import type { Style, Worksheet } from '@cj-tech-master/excelts'
import type { CellValue } from '@kaohe/shared-rules'
import { cellsOf, type Area } from './area.ts'

/** A cell as the workbook holds it: the value last computed, the formula behind it, and how it looks. */
export interface FakeCell {
  value: CellValue
  formula?: string
  style: Partial<Style>
}

export interface FakeTable {
  readonly id: string
  name: string
  /** Heading row included. */
  area: Area
  style: string
  showFilterButton: boolean
  showBandedRows: boolean
}

export interface FakeName {
  readonly name: string
  /** What it stands for, without the leading `=`: `'表 1'!$B$4:$B$29`. */
  refersTo: string
  visible: boolean
}

export interface FakeSheet {
  readonly id: string
  name: string
  visibility: 'Visible' | 'Hidden' | 'VeryHidden'
  readonly cells: Map<string, FakeCell>
  merges: Area[]
  /** Widths in characters, by column. */
  widths: Map<number, number>
  /** Heights in points, by row. */
  heights: Map<number, number>
  /** Looks of columns that hold no cell of their own at some place. */
  columnStyles: Map<number, Partial<Style>>
  protected: boolean
  tables: FakeTable[]
  frozen: { readonly rows: number; readonly columns: number }
  selection: Area
  /** Parts of the file that the host does not act on, kept for saving. */
  readonly kept: Partial<
    Pick<Worksheet['model'], 'pageSetup' | 'headerFooter' | 'dataValidations' | 'conditionalFormattings'>
  >
}

/** A workbook in the memory of the fake host. */
export interface FakeBook {
  fileName: string
  readonly sheets: FakeSheet[]
  readonly names: FakeName[]
  active: FakeSheet
  /** A cell is open for editing. */
  editing: boolean
  nextId: number
}

export function newSheet(book: { nextId: number }, name: string): FakeSheet {
  return {
    id: nextId(book),
    name,
    visibility: 'Visible',
    cells: new Map(),
    merges: [],
    widths: new Map(),
    heights: new Map(),
    columnStyles: new Map(),
    protected: false,
    tables: [],
    frozen: { rows: 0, columns: 0 },
    selection: { row: 0, column: 0, rows: 1, columns: 1 },
    kept: {},
  }
}

/** Ids look as Excel's do, so that nothing can mistake one for a name. */
export function nextId(book: { nextId: number }): string {
  return `{${String(book.nextId++).padStart(8, '0')}-0001-0000-0000-000000000000}`
}

/** By name, whatever the case of its letters, or by id, as Excel finds sheets. */
export function findSheet(book: FakeBook, key: string): FakeSheet | undefined {
  return book.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase())
}

export function cellKey(row: number, column: number): string {
  return `${String(row)},${String(column)}`
}

export function cellAt(sheet: FakeSheet, row: number, column: number): FakeCell | undefined {
  return sheet.cells.get(cellKey(row, column))
}

export function cellToChange(sheet: FakeSheet, row: number, column: number): FakeCell {
  const key = cellKey(row, column)
  const cell = sheet.cells.get(key) ?? { value: '', style: { ...sheet.columnStyles.get(column) } }
  sheet.cells.set(key, cell)
  return cell
}

export function formatOf(style: Partial<Style> | undefined): string {
  const format = style?.numFmt
  return (typeof format === 'string' ? format : format?.formatCode) ?? 'General'
}

export function isLocked(sheet: FakeSheet, row: number, column: number): boolean {
  const style = cellAt(sheet, row, column)?.style ?? sheet.columnStyles.get(column)
  return style?.protection?.locked !== false
}

/** Does protection keep anybody from changing the block? */
export function refusesChange(sheet: FakeSheet, area: Area): boolean {
  if (!sheet.protected) return false
  for (const { row, column } of cellsOf(area)) if (isLocked(sheet, row, column)) return true
  return false
}

/** The block of all cells with a value, or of all cells that are there at all; undefined on an empty sheet. */
export function usedArea(sheet: FakeSheet, valuesOnly: boolean): Area | undefined {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1]
  for (const [key, cell] of sheet.cells) {
    if (valuesOnly && cell.value === '' && cell.formula === undefined) continue
    const [row = 0, column = 0] = key.split(',').map(Number)
    top = Math.min(top, row)
    left = Math.min(left, column)
    bottom = Math.max(bottom, row)
    right = Math.max(right, column)
  }
  return bottom < 0 ? undefined : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 }
}
