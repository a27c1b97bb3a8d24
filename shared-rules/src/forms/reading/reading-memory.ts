import type { CellAddress, CellValue } from '../snapshot.ts'
import type { CellPath } from '../cell-path.ts'
import type { Cells } from '../record.ts'

/**
 * What was read before, for whoever reads one workbook again after each change: rows that come again as the same array, under
 * the same heads, are not read again, and places are put together anew only where a row moved.
 */
export interface ReadingMemory {
  readonly cells: (heads: string, row: readonly CellValue[], read: () => Cells | null) => Cells | null
  readonly addresses: (places: string, draw: () => Addresses) => Addresses
}

export type Addresses = Readonly<Record<CellPath, CellAddress>>

export function readingMemory(): ReadingMemory {
  const byHeads = new Map<string, WeakMap<readonly CellValue[], { readonly cells: Cells | null }>>()
  let drawn: { readonly places: string; readonly addresses: Addresses } | undefined
  return {
    cells(heads, row, read) {
      const rows = byHeads.get(heads) ?? new WeakMap<readonly CellValue[], { readonly cells: Cells | null }>()
      byHeads.set(heads, rows)
      const known = rows.get(row) ?? { cells: read() }
      rows.set(row, known)
      return known.cells
    },
    addresses(places, draw) {
      if (drawn?.places !== places) drawn = { places, addresses: draw() }
      return drawn.addresses
    },
  }
}
