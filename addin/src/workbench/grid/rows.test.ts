import { describe, expect, it } from 'vitest'
import type { BookCell, BookSheet } from '../../workbook/book-sheet.ts'
import { memoryBook } from '../../workbook/memory-book.ts'
import { foundCell } from './find.ts'
import { deletedRows, insertedRows } from './rows.ts'

const head = (value: string): BookCell => ({ value, style: 'head', format: 'General', locked: true })
const cell = (value: string | number): BookCell => ({ value, style: 'input-left', format: 'General', locked: false })
const ledger: BookSheet = {
  name: '台账',
  columns: [10, 10],
  heights: Array<number>(6).fill(20),
  rows: [
    [head('项目名称'), head('总投资')],
    [cell('甲'), cell(1)],
    [cell('乙'), cell(2)],
    [cell('丙'), cell(3)],
    [cell(''), cell('')],
  ],
  merges: [],
  frozen: { rows: 1, columns: 0 },
  protected: false,
  continues: true,
}
const area = (top: number, bottom = top) => ({ top, bottom, left: 0, right: 1 })

function after(change: typeof insertedRows, selected: ReturnType<typeof area>) {
  const book = memoryBook({ fileName: '', names: {}, sheets: [ledger] })
  book.edit(ledger.name, change(ledger, selected) ?? [])
  const names = () => book.state().sheets[0]?.rows.map((cells) => cells[0]?.value)
  const changed = names()
  book.undo()
  return { changed, undone: names()?.slice(0, 5) }
}
const before = ['项目名称', '甲', '乙', '丙', '']

describe('rows of a ledger', () => {
  it('are inserted above the selected ones, as many as are selected, and that is one step back', () => {
    const { changed, undone } = after(insertedRows, area(2, 3))
    expect(changed?.slice(0, 6)).toEqual(['项目名称', '甲', '', '', '乙', '丙'])
    expect(undone).toEqual(before)
  })

  it('are deleted, and those below move up', () => {
    const { changed, undone } = after(deletedRows, area(1, 2))
    expect(changed).toEqual(['项目名称', '丙', '', '', ''])
    expect(undone).toEqual(before)
  })

  it('are left alone in the heads and on a protected sheet', () => {
    expect(insertedRows(ledger, area(0))).toBeUndefined()
    expect(deletedRows({ ...ledger, protected: true }, area(1))).toBeUndefined()
  })
})

describe('finding', () => {
  it('goes on from where the reader stands, and around the end', () => {
    expect(foundCell(ledger, { row: 1, column: 0 }, '乙')).toEqual({ row: 2, column: 0 })
    expect(foundCell(ledger, { row: 3, column: 0 }, '甲')).toEqual({ row: 1, column: 0 })
    expect(foundCell(ledger, { row: 1, column: 0 }, '丙', true)).toEqual({ row: 3, column: 0 })
  })

  it('takes full-width signs for narrow ones, and says when there is nothing', () => {
    expect(foundCell(ledger, { row: 0, column: 0 }, '２')).toEqual({ row: 2, column: 1 })
    expect(foundCell(ledger, { row: 0, column: 0 }, '丁')).toBeUndefined()
    expect(foundCell(ledger, { row: 0, column: 0 }, ' ')).toBeUndefined()
  })
})
