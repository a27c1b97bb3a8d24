import { toA1Block } from '../addresses.ts'
import type { Column } from '../form.ts'
import type { GridCell } from '../grid.ts'

/** Rows that the heads of these columns take: as many as the longest has texts. */
export function headDepth(columns: readonly Column[]): number {
  return Math.max(...columns.map((column) => column.head.length))
}

/**
 * Head rows from `top` on. Neighbours with the same beginning share a cell, and the last text of a column reaches down
 * to the body; every cell of a merged block is listed, so that all of it is framed, but only its first holds the text.
 */
export function layoutHead(columns: readonly Column[], top: number): { cells: GridCell[]; merges: string[] } {
  const depth = headDepth(columns)
  const cells: GridCell[] = []
  const merges: string[] = []
  columns.forEach((column, index) => {
    for (let level = 0; level < depth; level += 1) {
      const text = column.head[level]
      const first = text !== undefined && !sharesHead(columns[index - 1], column, level)
      cells.push({
        row: top + level,
        column: index,
        value: first ? text : '',
        style: 'head',
        locked: true,
        format: '@',
      })
      if (!first) continue
      const last = level === column.head.length - 1
      const bottom = last ? depth - 1 : level
      const right = last ? index : lastSharing(columns, index, level)
      if (bottom > level || right > index) merges.push(toA1Block(top + level, index, top + bottom, right))
    }
  })
  return { cells, merges }
}

function lastSharing(columns: readonly Column[], index: number, level: number): number {
  const column = columns[index]
  let last = index
  while (column && sharesHead(column, columns[last + 1], level)) last += 1
  return last
}

/** Do both stand under the same group down to this level? */
function sharesHead(one: Column | undefined, other: Column | undefined, level: number): boolean {
  if (!one || !other || one.head.length <= level + 1 || other.head.length <= level + 1) return false
  return one.head.slice(0, level + 1).every((text, depth) => text === other.head[depth])
}
