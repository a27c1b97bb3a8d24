import type { CellValue } from '@kaohe/shared-rules'
import { days1904, type BookSheet } from '../book.ts'
import { cellStore, type Allowance } from '../cell-store.ts'
import type { ReadLimits } from '../limits.ts'
import { readSheetXml, type WrittenCell } from './sheet-xml.ts'
import { unescaped } from './xml.ts'

/** What the cells of all sheets refer to. */
export interface Surroundings {
  readonly strings: readonly string[]
  /** Styles whose numbers are days of the 1904 calendar; empty where dates count from 1900. */
  readonly dates1904: ReadonlySet<number>
  readonly allowance: Allowance
}

/** Reads one sheet. A formula counts as what it last came to; one that never was computed is its text, never an empty cell. */
export function readSheetPart(
  part: Buffer,
  limits: ReadLimits,
  surroundings: Surroundings,
): Omit<BookSheet, 'name' | 'hidden'> {
  const store = cellStore(limits, surroundings.allowance)
  const merges: string[] = []
  const widths: (number | null)[] = []
  const heights: (number | null)[] = []
  let row = -1
  for (const written of readSheetXml(part, limits)) {
    for (const { number, height, cells } of written.rows) {
      row = number === undefined ? row + 1 : Number(number) - 1
      measured(heights, row, row, limits.rows, height)
      for (const cell of cells) store.put(row, cell.column, valueOf(cell, surroundings))
    }
    for (const { ref, last } of written.merges) {
      // A block over the whole sheet says nothing of a table.
      if (merges.length < limits.merges && last.row < limits.rows && last.column < limits.columns) merges.push(ref)
    }
    for (const { from, to, width } of written.widths) measured(widths, from, to, limits.columns, width)
  }
  const { values, beyond } = store.done()
  return { top: 0, left: 0, values, beyond, merges: merges.toSorted(), widths, heights }
}

function valueOf({ type, style, text, formula }: WrittenCell, { strings, dates1904 }: Surroundings): CellValue {
  if (formula !== null) return `=${formula}`
  switch (type) {
    case 's':
      return strings[Number(text)] ?? ''
    case 'b':
      return text === '1'
    case 'inlineStr':
    case 'str':
      return unescaped(text)
    case 'd':
      return serialOf(text)
    case 'n': {
      const number = Number(text)
      if (text.trim() === '') return ''
      if (!Number.isFinite(number)) return text
      return dates1904.has(style) ? number + days1904 : number
    }
    default:
      return text
  }
}

/** `2019-05-01T08:00:00` as the serial number Excel would hold; what is no date stays as it is written. */
function serialOf(text: string): CellValue {
  const milliseconds = /^\d{4}-\d{2}-\d{2}/.test(text)
    ? Date.parse(text.includes('T') ? `${text.replace(/Z$/, '')}Z` : text)
    : NaN
  return Number.isNaN(milliseconds) ? text : milliseconds / 86_400_000 + 25_569
}

/** Notes a width or a height for as many columns or rows as are looked at, whatever the file says. */
function measured(sizes: (number | null)[], from: number, to: number, most: number, size: string | undefined): void {
  const amount = Number(size)
  if (size === undefined || !Number.isFinite(amount) || !(from >= 0)) return
  const last = Math.min(to, most - 1)
  while (sizes.length <= last) sizes.push(null)
  for (let index = from; index <= last; index += 1) sizes[index] = amount
}
