import type { CellValue } from '@kaohe/shared-rules'
import { fromA1 } from '@kaohe/shared-rules/recognition'
import { days1904, type BookSheet } from '../book.ts'
import { cellStore, type Allowance } from '../cell-store.ts'
import type { ReadLimits } from '../limits.ts'
import { unescaped, walkXml } from './xml.ts'

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
  let column = -1
  let cell: { readonly type: string; readonly style: number } | undefined
  let value = ''
  let formula = ''
  let isComputed = false
  let target: 'value' | 'formula' | undefined
  let inReading = false
  walkXml(part, limits.elements, {
    open: (name, read) => {
      switch (name) {
        case 'row': {
          const attributes = read()
          row = attributes['r'] === undefined ? row + 1 : Number(attributes['r']) - 1
          column = -1
          measured(heights, row, row, limits.rows, attributes['ht'])
          return
        }
        case 'c': {
          const attributes = read()
          column = fromA1(attributes['r'] ?? '')?.column ?? column + 1
          cell = { type: attributes['t'] ?? 'n', style: Number(attributes['s'] ?? 0) }
          value = ''
          formula = ''
          isComputed = false
          return
        }
        case 'rPh':
          inReading = true
          return
        case 'v':
        case 't':
          target = cell && !inReading ? 'value' : undefined
          isComputed = true
          return
        case 'f':
          target = cell ? 'formula' : undefined
          return
        case 'mergeCell': {
          const { ref = '' } = read()
          if (merges.length < limits.merges && isBlock(ref, limits)) merges.push(ref)
          return
        }
        case 'col': {
          const { min, max, width } = read()
          measured(widths, Number(min) - 1, Number(max) - 1, limits.columns, width)
        }
      }
    },
    text: (text) => {
      if (target === 'value') value += text
      else if (target === 'formula') formula += text
    },
    close: (name) => {
      target = undefined
      if (name === 'rPh') inReading = false
      if (name !== 'c' || !cell) return
      store.put(row, column, formula !== '' && !isComputed ? `=${formula}` : valueOf(cell, value, surroundings))
      cell = undefined
    },
  })
  const { values, beyond } = store.done()
  return { top: 0, left: 0, values, beyond, merges: merges.toSorted(), widths, heights }
}

function valueOf(
  { type, style }: { readonly type: string; readonly style: number },
  text: string,
  { strings, dates1904 }: Surroundings,
): CellValue {
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

/** A block inside what is looked at: one over the whole sheet says nothing of a table. */
function isBlock(ref: string, { rows, columns }: ReadLimits): boolean {
  const [from, to] = ref.split(':').map(fromA1)
  return from !== undefined && to !== undefined && to.row < rows && to.column < columns
}
