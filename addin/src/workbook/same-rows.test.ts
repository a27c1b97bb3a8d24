import type { WorkbookSnapshot } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { withSameRows } from './same-rows.ts'

const snapshot = (values: (string | number)[][], top = 0): WorkbookSnapshot => ({
  sheets: [{ name: '项目台账', top, left: 0, values }],
  names: {},
})
const rowsOf = ({ sheets: [sheet] }: WorkbookSnapshot) => sheet?.values ?? []

describe('a snapshot after another', () => {
  it('holds the rows that did not change as they were, and the others as they are', () => {
    const before = snapshot([
      ['热电', 1],
      ['冷链', 2],
    ])
    const now = withSameRows(
      before,
      snapshot([
        ['热电', 1],
        ['冷链', 3],
      ]),
    )
    expect(rowsOf(now)[0]).toBe(rowsOf(before)[0])
    expect(rowsOf(now)).toEqual([
      ['热电', 1],
      ['冷链', 3],
    ])
  })

  it('tells a number from the same figure as text', () => {
    expect(rowsOf(withSameRows(snapshot([['2000']]), snapshot([[2000]])))).toEqual([[2000]])
  })

  it('finds the rows of a block that begins elsewhere', () => {
    const before = snapshot([['表头'], ['热电']])
    const now = withSameRows(before, snapshot([['热电'], ['冷链']], 1))
    expect(rowsOf(now)[0]).toBe(rowsOf(before)[1])
    expect(rowsOf(now)).toEqual([['热电'], ['冷链']])
  })
})
