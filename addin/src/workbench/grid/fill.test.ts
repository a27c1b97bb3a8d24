import { describe, expect, it } from 'vitest'
import type { BookCell, BookSheet } from '../../workbook/book-sheet.ts'
import { filledArea, repeatedChanges } from './fill.ts'

const cell = (value: string | number): BookCell => ({ value, style: 'input-right', format: '0', locked: false })
const sheet: BookSheet = {
  name: '台账',
  columns: [10, 10, 10],
  heights: [20, 20, 20, 20, 20],
  rows: [
    [cell(1), cell('甲')],
    [cell(2), cell('乙')],
  ],
  merges: [],
  frozen: { rows: 0, columns: 0 },
  protected: false,
  continues: true,
}
const block = { top: 0, left: 0, bottom: 1, right: 0 }

describe('dragging the handle of a block', () => {
  it('goes down or to the right, whichever is farther, and leaves what it began with', () => {
    expect(filledArea(block, { row: 4, column: 1 })).toEqual({ ...block, bottom: 4 })
    expect(filledArea(block, { row: 2, column: 2 })).toEqual({ ...block, right: 2 })
    expect(filledArea(block, { row: 0, column: 0 })).toEqual(block)
  })

  it('repeats the block from its first row on', () => {
    expect(repeatedChanges(sheet, block, { ...block, bottom: 4 })).toEqual([
      { row: 2, column: 0, value: 1 },
      { row: 3, column: 0, value: 2 },
      { row: 4, column: 0, value: 1 },
    ])
  })

  it('repeats it to the right, row by row', () => {
    expect(repeatedChanges(sheet, block, { ...block, right: 2 })).toEqual([
      { row: 0, column: 1, value: 1 },
      { row: 0, column: 2, value: 1 },
      { row: 1, column: 1, value: 2 },
      { row: 1, column: 2, value: 2 },
    ])
  })
})
