import { fromA1, toA1Block } from '../addresses.ts'
import type { AnnexSheet } from '../annex.ts'
import type { GridCell, GridSheet, StyleName } from '../grid.ts'
import { isCaption } from '../recognition/head-text.ts'
import type { CellValue } from '../snapshot.ts'

/** Where the table of an annex lies on its sheet; rows and columns counted from zero, both ends included. */
export interface AnnexTable {
  readonly headTop: number
  readonly firstRow: number
  readonly lastRow: number
  readonly left: number
  readonly right: number
}

/** Excel counts the room beside the characters into a width. */
const PADDING = 0.71
const usual = { width: 9, height: 19 }
/** Heads are no deeper than this. */
const DEEPEST = 6

/** The head rows above `firstRow`: up to a line over the whole table, a caption, or a blank. */
export function headTopOf(sheet: AnnexSheet, firstRow: number, left: number, right: number): number {
  const isWide = (row: number) =>
    blocksOf(sheet).some(({ top, bottom, from, to }) => top <= row && row <= bottom && to - from >= right - left)
  const isCovered = (row: number) => blocksOf(sheet).some(({ top, bottom }) => top < row && row <= bottom)
  let top = firstRow
  while (top > 0 && firstRow - top < DEEPEST) {
    const texts = (sheet.values[top - 1] ?? []).map(String).filter((text) => text.trim() !== '')
    if (isWide(top - 1) || texts.some(isCaption) || (texts.length === 0 && !isCovered(top - 1))) break
    top -= 1
  }
  return top
}

/** Draws a sheet as it is, everything locked. With a table, its heads and rows get a frame. */
export function drawAnnexSheet(sheet: AnnexSheet, table: AnnexTable | null): GridSheet {
  const used = sheet.values.flatMap((row, index) => (row.some((value) => value !== '') ? [index] : []))
  const blocks = blocksOf(sheet)
  const rows = Math.max(0, ...used.map((row) => row + 1), ...blocks.map(({ bottom }) => bottom + 1))
  const width = Math.max(
    1,
    (table?.right ?? 0) + 1,
    ...sheet.values.map((row) => row.length),
    ...blocks.map(({ to }) => to + 1),
  )
  const cells = sheet.values.flatMap((values, row) =>
    Array.from({ length: width }, (_, column) => column).flatMap((column): GridCell[] => {
      const value = values[column] ?? ''
      const isInside =
        table !== null && row >= table.headTop && row <= table.lastRow && column >= table.left && column <= table.right
      if (value === '' && !isInside) return []
      return [
        { row, column, value, style: styleOf(sheet, table, row, column, value), locked: true, format: formatOf(value) },
      ]
    }),
  )
  return {
    name: sheet.name,
    columns: Array.from({ length: width }, (_, column) => ({
      width: Math.max(1, (sheet.widths[column] ?? usual.width + PADDING) - PADDING),
    })),
    rows: Array.from({ length: rows }, (_, row) => ({ height: sheet.heights[row] ?? usual.height })),
    cells,
    merges: sheet.merges,
    frozen: { rows: table?.firstRow ?? 0, columns: 0 },
    protected: true,
    print: {
      area: toA1Block(0, 0, Math.max(0, rows - 1), width - 1),
      paper: 'A4',
      landscape: true,
      onePage: rows <= 48,
      titleRows: table ? `${table.headTop + 1}:${table.firstRow}` : '1:1',
    },
    validations: [],
    highlights: [],
  }
}

function styleOf(
  sheet: AnnexSheet,
  table: AnnexTable | null,
  row: number,
  column: number,
  value: CellValue,
): StyleName {
  if (!table || column < table.left || column > table.right) return 'caption'
  if (row >= table.firstRow && row <= table.lastRow) return typeof value === 'number' ? 'body-right' : 'body-left'
  if (row >= table.headTop && row < table.firstRow) return 'head'
  if (row > table.lastRow) return 'remark'
  if (isCaption(String(value))) return column > (table.left + table.right) / 2 ? 'unit-line' : 'caption'
  const isWide = blocksOf(sheet).some((block) => block.top === row && block.from === column && block.to > column)
  return isWide ? 'title' : 'annex'
}

const formatOf = (value: CellValue): string => (typeof value === 'string' ? '@' : 'General')

interface Block {
  readonly top: number
  readonly bottom: number
  readonly from: number
  readonly to: number
}

const known = new WeakMap<AnnexSheet, readonly Block[]>()

function blocksOf(sheet: AnnexSheet): readonly Block[] {
  const found =
    known.get(sheet) ??
    sheet.merges.flatMap((merge): Block[] => {
      const [start, end] = merge.split(':').map(fromA1)
      return start && end ? [{ top: start.row, bottom: end.row, from: start.column, to: end.column }] : []
    })
  known.set(sheet, found)
  return found
}
