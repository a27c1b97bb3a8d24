import { describe, expect, it } from 'vitest'
import type { BookSheet } from '../../workbook/book-sheet.ts'
import { cornerOf, geometryOf, headHeight, headWidth, rowsSeen, scrollTo } from './geometry.ts'
import { areaBetween, mergesOf } from './merges.ts'
import { jumped, moved } from './moves.ts'

const cell = (value: string) => ({ value, style: '', format: 'General', locked: false })
const sheet: BookSheet = {
  name: '表1',
  columns: [10, 10, 10, 10],
  heights: Array<number>(100).fill(15),
  rows: [['a', 'b', '', 'd'].map(cell), ...Array.from({ length: 99 }, () => ['', '', '', ''].map(cell))],
  merges: [
    { top: 1, left: 1, bottom: 2, right: 2 },
    { top: 5, left: 0, bottom: 5, right: 1 },
  ],
  frozen: { rows: 2, columns: 1 },
  protected: true,
  continues: false,
}
const viewport = { width: 400, height: 300 }
const geometry = geometryOf(sheet, viewport)
const merges = mergesOf(sheet)

describe('moving in the grid', () => {
  it('steps over a merged block as over one cell', () => {
    expect(moved(geometry, merges, { row: 0, column: 1 }, 'down')).toEqual({ row: 1, column: 1 })
    expect(moved(geometry, merges, { row: 1, column: 1 }, 'down')).toEqual({ row: 3, column: 1 })
    expect(moved(geometry, merges, { row: 1, column: 3 }, 'left')).toEqual({ row: 1, column: 1 })
  })

  it('stays at the edge', () => {
    expect(moved(geometry, merges, { row: 0, column: 0 }, 'up')).toEqual({ row: 0, column: 0 })
    expect(moved(geometry, merges, { row: 99, column: 3 }, 'right')).toEqual({ row: 99, column: 3 })
  })

  it('jumps to the end of what is filled, then over the gap', () => {
    expect(jumped(sheet, geometry, { row: 0, column: 0 }, 'right')).toEqual({ row: 0, column: 1 })
    expect(jumped(sheet, geometry, { row: 0, column: 1 }, 'right')).toEqual({ row: 0, column: 3 })
    expect(jumped(sheet, geometry, { row: 0, column: 0 }, 'down')).toEqual({ row: 99, column: 0 })
  })

  it('selects merged blocks whole', () => {
    expect(areaBetween(merges, { row: 0, column: 2 }, { row: 1, column: 3 })).toEqual({
      top: 0,
      left: 1,
      bottom: 2,
      right: 3,
    })
  })
})

describe('what is in sight', () => {
  it('is drawn with some rows beyond, and never the frozen ones twice', () => {
    expect(rowsSeen(geometry, 0, 300)).toEqual({ first: 2, last: 23 })
    const deep = rowsSeen(geometry, 1000, 300)
    expect(deep.first).toBeGreaterThan(40)
    expect(deep.last).toBeLessThan(80)
  })

  it('scrolls no further than needed to show a cell beside the frozen ones', () => {
    expect(scrollTo(geometry, { row: 50, column: 0 }, { top: 0, left: 0 }, viewport)).toEqual({
      top: 51 * 20 - 276,
      left: 0,
    })
    expect(scrollTo(geometry, { row: 10, column: 1 }, { top: 500, left: 0 }, viewport)).toEqual({ top: 160, left: 0 })
    expect(scrollTo(geometry, { row: 1, column: 0 }, { top: 500, left: 7 }, viewport)).toEqual({ top: 500, left: 7 })
  })

  it('freezes no heads that would fill a small window', () => {
    expect(geometryOf({ ...sheet, frozen: { rows: 6, columns: 3 } }, { width: 300, height: 150 })).toMatchObject({
      frozenRows: 0,
      frozenColumns: 0,
    })
  })

  it('sees the corner of a block beside what is frozen, and not under it', () => {
    const block = { top: 4, left: 1, bottom: 4, right: 1 }
    const place = { left: headWidth + (geometry.lefts[2] ?? 0), top: headHeight + (geometry.tops[5] ?? 0) }
    expect(cornerOf(geometry, block, { top: 0, left: 0 })).toEqual(place)
    expect(cornerOf(geometry, block, { top: 20, left: 0 })).toEqual({ ...place, top: place.top - 20 })
    expect(cornerOf(geometry, block, { top: 400, left: 0 })).toBeUndefined()
    expect(cornerOf(geometry, { top: 0, left: 0, bottom: 0, right: 0 }, { top: 400, left: 90 })).toEqual({
      left: headWidth + (geometry.lefts[1] ?? 0),
      top: headHeight + (geometry.tops[1] ?? 0),
    })
  })
})
