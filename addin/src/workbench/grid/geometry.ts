import type { Place } from '@kaohe/shared-rules'
import type { Area, BookSheet } from '../../workbook/book-sheet.ts'

/** Where each row and column of a sheet is drawn, in CSS pixels from the first cell. */
export interface Geometry {
  readonly rowCount: number
  readonly columnCount: number
  /** One more than there are rows: the last is the height of all. */
  readonly tops: readonly number[]
  readonly lefts: readonly number[]
  readonly frozenRows: number
  readonly frozenColumns: number
}

export interface Viewport {
  readonly width: number
  readonly height: number
}

/** Room for the letters above and the numbers at the left. */
export const headHeight = 24
export const headWidth = 44

const spareRows = 20
const spareColumns = 4
const spareWidth = 10

/** All that decides where cells are drawn; typing changes none of it. */
export type SheetFrame = Pick<BookSheet, 'columns' | 'heights' | 'frozen' | 'protected'>

/** Open sheets go on below and beside what is drawn. Heads that would fill a small window are not frozen there. */
export function geometryOf(sheet: SheetFrame, viewport: Viewport): Geometry {
  const rowCount = sheet.heights.length + (sheet.protected ? 0 : spareRows)
  const columnCount = sheet.columns.length + (sheet.protected ? 0 : spareColumns)
  const last = sheet.heights.at(-1) ?? 15
  const tops = sums(rowCount, (row) => Math.round(((sheet.heights[row] ?? last) * 4) / 3))
  const lefts = sums(columnCount, (column) => Math.round((sheet.columns[column] ?? spareWidth) * 7 + 5))
  const fits = (size: number | undefined, room: number) => (size ?? 0) < room * 0.6
  return {
    rowCount,
    columnCount,
    tops,
    lefts,
    frozenRows: fits(tops[sheet.frozen.rows], viewport.height) ? sheet.frozen.rows : 0,
    frozenColumns: fits(lefts[sheet.frozen.columns], viewport.width) ? sheet.frozen.columns : 0,
  }
}

/** Rows to draw: those seen, some beyond, and none that are frozen; they are drawn anyway. */
export function rowsSeen(
  { tops, rowCount, frozenRows }: Geometry,
  scrollTop: number,
  height: number,
): { readonly first: number; readonly last: number } {
  const beyond = 8
  const frozen = tops[frozenRows] ?? 0
  return {
    first: Math.max(frozenRows, indexAt(tops, scrollTop + frozen) - beyond),
    last: Math.min(rowCount - 1, indexAt(tops, scrollTop + height) + beyond),
  }
}

export interface Rect {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** Where a block lies in the drawn sheet, before scrolling. */
export function rectOf({ tops, lefts }: Geometry, { top, left, bottom, right }: Area): Rect {
  const x = lefts[left] ?? 0
  const y = tops[top] ?? 0
  return { left: x, top: y, width: (lefts[right + 1] ?? x) - x, height: (tops[bottom + 1] ?? y) - y }
}

/** Where the lower right corner of a block is seen, from the corner of the sheet's window; undefined while it is under what is frozen. */
export function cornerOf(
  { tops, lefts, frozenRows, frozenColumns }: Geometry,
  { bottom, right }: Area,
  scrolled: { readonly top: number; readonly left: number },
): { readonly left: number; readonly top: number } | undefined {
  const along = (starts: readonly number[], last: number, frozen: number, by: number) => {
    const end = starts[last + 1] ?? 0
    if (last < frozen) return end
    return end - by > (starts[frozen] ?? 0) ? end - by : undefined
  }
  const left = along(lefts, right, frozenColumns, scrolled.left)
  const top = along(tops, bottom, frozenRows, scrolled.top)
  return left === undefined || top === undefined ? undefined : { left: headWidth + left, top: headHeight + top }
}

/** How far to scroll so that the place is seen beside the frozen cells; the same position when it is seen already. */
export function scrollTo(
  geometry: Geometry,
  { row, column }: Place,
  now: { readonly top: number; readonly left: number },
  viewport: Viewport,
): { readonly top: number; readonly left: number } {
  const { tops, lefts, frozenRows, frozenColumns } = geometry
  const along = (starts: readonly number[], index: number, frozen: number, scrolled: number, room: number) => {
    if (index < frozen) return scrolled
    const start = (starts[index] ?? 0) - (starts[frozen] ?? 0)
    const end = (starts[index + 1] ?? 0) - room
    return scrolled > start ? start : Math.max(scrolled, Math.min(end, start))
  }
  return {
    top: along(tops, row, frozenRows, now.top, viewport.height - headHeight),
    left: along(lefts, column, frozenColumns, now.left, viewport.width - headWidth),
  }
}

function sums(count: number, size: (index: number) => number): number[] {
  const result = [0]
  for (let index = 0; index < count; index += 1) result.push((result[index] ?? 0) + size(index))
  return result
}

/** The last index that starts at or before the position. */
function indexAt(starts: readonly number[], position: number): number {
  let low = 0
  let high = starts.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if ((starts[middle] ?? Infinity) <= position) low = middle
    else high = middle - 1
  }
  return low
}
