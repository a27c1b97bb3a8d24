import type { Place } from '../addresses.ts'
import type { Column } from '../form.ts'
import type { HeadIndex } from './head-index.ts'
import { headKeys, textKey } from './head-text.ts'

/** Where the heads of a table were found on one sheet. */
export interface FoundHeads {
  /** The cell that holds a column's own (last) head text. */
  readonly places: Readonly<Record<string, Place>>
  /** First row under the lowest of them. */
  readonly firstRow: number
}

/** Head rows, blank ones between them included, lie no further apart than this. */
const BLOCK = 8

/** Looks a table's columns up by the texts of their heads. Undefined when none is there. */
export function findHeads(columns: readonly Column[], index: HeadIndex, loose: boolean): FoundHeads | undefined {
  const candidates = columns.map((column) => ({ column, places: placesOf(column, index, loose) }))
  const rows = [...new Set(candidates.flatMap(({ places }) => places.map(({ row }) => row)))].sort((a, b) => a - b)
  let best: FoundHeads | undefined
  let most = 0
  for (const top of rows) {
    const found = within(candidates, top)
    const count = Object.keys(found).length
    if (count <= most) continue
    most = count
    best = { places: found, firstRow: Math.max(...Object.values(found).map(({ row }) => row)) + 1 }
  }
  return best
}

interface Candidates {
  readonly column: Column
  readonly places: readonly Place[]
}

/** One place per column among those of the block that begins in row `top`; no place twice. */
function within(candidates: readonly Candidates[], top: number): Record<string, Place> {
  const taken = new Set<string>()
  const found: Record<string, Place> = {}
  for (const { column, places } of candidates) {
    const place = places.find(
      (each) => each.row >= top && each.row < top + BLOCK && !taken.has(`${each.row} ${each.column}`),
    )
    if (!place) continue
    taken.add(`${place.row} ${place.column}`)
    found[column.id] = place
  }
  return found
}

/**
 * Cells that may hold this column's own head. Its groups must stand above it, unless all of the path is written into
 * the cell, or `loose`: in a ledger groups are often left out, and the last texts tell its columns apart.
 */
function placesOf(column: Column, index: HeadIndex, loose: boolean): readonly Place[] {
  const { own, groups, whole } = wantedOf(column)
  const all = own.flatMap(index.find)
  const grouped = all.filter((place) => stands(groups, index.above(place)))
  if (grouped.length > 0) return grouped
  if (groups.length === 0) return []
  const written = index.find(whole)
  return written.length > 0 || !loose ? written : all
}

function stands(groups: Wanted['groups'], above: readonly string[]): boolean {
  return groups.every((keys, level) => keys.includes(above[level] ?? ''))
}

/** The keys by which a column is looked up. */
interface Wanted {
  readonly own: readonly string[]
  /** Of the heads above it, nearest first. */
  readonly groups: readonly (readonly string[])[]
  /** Of all its path in one cell. */
  readonly whole: string
}

const known = new WeakMap<Column, Wanted>()

/** A column is looked up in every sheet of every file, and its keys are always the same. */
function wantedOf(column: Column): Wanted {
  const seen = known.get(column)
  if (seen) return seen
  const [own = [], ...groups] = column.head.map((head) => headKeys(head, column.unit)).reverse()
  const wanted = { own, groups, whole: textKey(column.head.join('')) }
  known.set(column, wanted)
  return wanted
}
