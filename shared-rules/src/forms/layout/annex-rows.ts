import { fromA1, toA1Block } from '../addresses.ts'
import type { AnnexSheet } from '../annex.ts'
import type { TableBinding } from '../recognition/binding.ts'
import { isTotal, unitKey } from '../recognition/head-text.ts'
import type { Unit } from '../../unit.ts'

/** The rows of an annex's 分解表. */
export interface AnnexRows {
  /** By unit id. */
  readonly units: ReadonlyMap<string, number>
  /** Rows that bear a name which the register does not know. */
  readonly strangers: readonly { readonly row: number; readonly name: string }[]
  readonly total: number | undefined
}

/** Finds each unit's row by its name; of several the first counts. */
export function annexRows(sheet: AnnexSheet, { firstRow, columns }: TableBinding, units: readonly Unit[]): AnnexRows {
  const known = new Map(units.map((unit) => [unitKey(unit.name), unit.id]))
  const found = new Map<string, number>()
  const strangers: { row: number; name: string }[] = []
  const labels = ['ordinal', 'unit'].flatMap((id) => columns[id] ?? [])
  let total: number | undefined
  sheet.values.forEach((values, row) => {
    if (row < firstRow || total !== undefined) return
    if (labels.some((column) => isTotal(String(values[column] ?? '')))) {
      total = row
      return
    }
    const name = String(values[columns['unit'] ?? -1] ?? '').trim()
    if (name === '') return
    const id = known.get(unitKey(name))
    if (id === undefined) strangers.push({ row, name })
    else if (!found.has(id)) found.set(id, row)
  })
  return { units: found, strangers, total }
}

/** The sheet with rows put in after one of its rows; what lies below moves down, blocks that span the place grow. */
export function withRowsAfter(sheet: AnnexSheet, after: number, count: number): AnnexSheet {
  if (count === 0) return sheet
  const down = (row: number) => (row > after ? row + count : row)
  const put = <Item>(items: readonly Item[], blank: Item): readonly Item[] =>
    items.length <= after + 1
      ? items
      : [...items.slice(0, after + 1), ...Array.from({ length: count }, () => blank), ...items.slice(after + 1)]
  return {
    ...sheet,
    values: put(sheet.values, []),
    heights: put(sheet.heights, sheet.heights[after] ?? null),
    merges: sheet.merges.map((merge) => {
      const [start, end] = merge.split(':').map(fromA1)
      return start && end ? toA1Block(down(start.row), start.column, down(end.row), end.column) : merge
    }),
  }
}
