import type { Place } from '../addresses.ts'
import { isCaption, textKey } from './head-text.ts'
import type { SheetSnapshot } from '../snapshot.ts'

/** Heads lie near the top; what is further down or out is body. */
const ROWS = 80
const COLUMNS = 256

/** The texts in the upper part of a sheet, ready to be looked up as heads. */
export interface HeadIndex {
  /** Where a text stands, from the top left on. */
  find(key: string): readonly Place[]
  /** The heads above a cell, nearest first: each is the text that its row's merged block gives to the cell's column. */
  above(place: Place): readonly string[]
}

export function headIndex(sheet: SheetSnapshot): HeadIndex {
  const keys = sheet.values
    .slice(0, ROWS)
    .map((row) =>
      row.slice(0, COLUMNS).map((value) => (typeof value === 'string' && !isCaption(value) ? textKey(value) : '')),
    )
  const places = new Map<string, Place[]>()
  keys.forEach((row, index) =>
    row.forEach((key, column) => {
      if (key === '') return
      const place = { row: sheet.top + index, column: sheet.left + column }
      const known = places.get(key)
      if (known) known.push(place)
      else places.set(key, [place])
    }),
  )
  const known = new Map<Place, readonly string[]>()
  return {
    find: (key) => places.get(key) ?? [],
    above: (place) => {
      const found = known.get(place) ?? headsAbove(keys, place.row - sheet.top, place.column - sheet.left)
      known.set(place, found)
      return found
    },
  }
}

function headsAbove(keys: readonly (readonly string[])[], row: number, column: number): readonly string[] {
  const found: string[] = []
  for (let up = row - 1; up >= 0; up -= 1) {
    const key = governing(keys, up, column)
    if (key !== undefined) found.push(key)
  }
  return found
}

/**
 * The text that a head row gives to a column. Only the first cell of a merged block holds its text, so it is the nearest
 * one to the left; but not beyond a column that begins a block of its own in a row above.
 */
function governing(keys: readonly (readonly string[])[], row: number, column: number): string | undefined {
  for (let left = column; left >= 0; left -= 1) {
    const key = keys[row]?.[left]
    if (key) return key
    for (let upper = 0; upper < row; upper += 1) if (keys[upper]?.[left]) return undefined
  }
  return undefined
}
