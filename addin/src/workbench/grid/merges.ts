import type { Place } from '@kaohe/shared-rules'
import type { Area, BookSheet } from '../../workbook/book-sheet.ts'

/** Which cells of a sheet are drawn as one: looked up by place. */
export interface Merges {
  /** The merged block this cell belongs to, if any. */
  readonly at: (place: Place) => Area | undefined
}

export function mergesOf(sheet: Pick<BookSheet, 'merges'>): Merges {
  const byRow = new Map<number, Area[]>()
  for (const area of sheet.merges) {
    for (let row = area.top; row <= area.bottom; row += 1) byRow.set(row, [...(byRow.get(row) ?? []), area])
  }
  return {
    at: ({ row, column }) => byRow.get(row)?.find(({ left, right }) => column >= left && column <= right),
  }
}

/** The block of a place: its merged block, or the cell alone. */
export function areaAt(merges: Merges, place: Place): Area {
  return merges.at(place) ?? { top: place.row, left: place.column, bottom: place.row, right: place.column }
}

/** The smallest block around both that cuts no merged block in two. */
export function areaBetween(merges: Merges, one: Place, other: Place): Area {
  const a = areaAt(merges, one)
  const b = areaAt(merges, other)
  let area = around(a, b)
  for (let grown = true; grown;) {
    grown = false
    for (let row = area.top; row <= area.bottom; row += 1) {
      for (const column of [area.left, area.right]) {
        const wider = around(area, areaAt(merges, { row, column }))
        if (!sameArea(wider, area)) {
          area = wider
          grown = true
        }
      }
    }
  }
  return area
}

export function within(area: Area, { row, column }: Place): boolean {
  return row >= area.top && row <= area.bottom && column >= area.left && column <= area.right
}

export function sameArea(a: Area, b: Area): boolean {
  return a.top === b.top && a.left === b.left && a.bottom === b.bottom && a.right === b.right
}

function around(a: Area, b: Area): Area {
  return {
    top: Math.min(a.top, b.top),
    left: Math.min(a.left, b.left),
    bottom: Math.max(a.bottom, b.bottom),
    right: Math.max(a.right, b.right),
  }
}
