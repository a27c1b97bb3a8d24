import { describe, expect, it } from 'vitest'
import type { BookCell, BookSheet } from './book-sheet.ts'
import { memoryBook } from './memory-book.ts'
import { memoryWorkbook } from './memory-workbook.ts'
import { writeBlocks } from './write-blocks.ts'

const input: BookCell = { value: '', style: 'input', format: '0.00', locked: false }
const head: BookCell = { value: '累计完成', style: 'head', format: 'General', locked: true }

const form: BookSheet = {
  name: '表1',
  columns: [10, 10],
  heights: [20, 20, 20],
  rows: [
    [head, head],
    [input, input],
    [input, input],
  ],
  merges: [],
  frozen: { rows: 1, columns: 0 },
  protected: true,
  continues: false,
}
const ledger: BookSheet = { ...form, name: '台账', protected: false, continues: true }

const newBook = () => memoryBook({ fileName: '附件1.xlsx', sheets: [form, ledger], names: {} })
const valueAt = (book: ReturnType<typeof newBook>, sheet: string, row: number, column: number) =>
  book.state().sheets.find(({ name }) => name === sheet)?.rows[row]?.[column]?.value

describe('a workbook in memory', () => {
  it('undoes and redoes a pasted block as one step', () => {
    const book = newBook()
    book.edit('表1', [{ row: 2, column: 1, value: 7 }])
    book.edit('表1', [
      { row: 1, column: 0, value: 1 },
      { row: 1, column: 1, value: 2 },
      { row: 2, column: 0, value: 3 },
      { row: 2, column: 1, value: 4 },
    ])
    book.undo()
    expect(valueAt(book, '表1', 1, 0)).toBe('')
    expect(valueAt(book, '表1', 2, 1)).toBe(7)
    book.redo()
    expect(valueAt(book, '表1', 2, 1)).toBe(4)
  })

  it('leads back to the block that was undone', () => {
    const book = newBook()
    book.edit('台账', [
      { row: 1, column: 0, value: 1 },
      { row: 2, column: 1, value: 4 },
    ])
    book.select('表1', { row: 0, column: 0 })
    book.undo()
    expect(book.state().selection).toEqual({
      sheet: '台账',
      active: { row: 1, column: 0 },
      focus: { row: 2, column: 1 },
    })
  })

  it('forgets what could be redone once something new is typed', () => {
    const book = newBook()
    book.edit('表1', [{ row: 1, column: 0, value: 1 }])
    book.undo()
    book.edit('表1', [{ row: 1, column: 1, value: 2 }])
    book.redo()
    expect(valueAt(book, '表1', 1, 0)).toBe('')
  })

  it('takes no step for a value that was there already', () => {
    const book = newBook()
    book.edit('表1', [{ row: 1, column: 0, value: '' }])
    expect(book.state().undo).toEqual([])
  })

  it('refuses a whole block for one locked cell, and names the cell', () => {
    const book = newBook()
    const result = book.edit('表1', [
      { row: 1, column: 0, value: 1 },
      { row: 0, column: 1, value: 2 },
    ])
    expect(result).toEqual({ done: false, locked: { row: 0, column: 1 } })
    expect(valueAt(book, '表1', 1, 0)).toBe('')
  })

  it('is locked beyond the drawn cells of a protected sheet', () => {
    expect(newBook().edit('表1', [{ row: 9, column: 0, value: 1 }])).toEqual({
      done: false,
      locked: { row: 9, column: 0 },
    })
  })

  it('goes on below the last row of an open sheet with the formats of that row', () => {
    const book = newBook()
    book.edit('台账', [{ row: 4, column: 1, value: 5 }])
    const cell = book.state().sheets[1]?.rows[4]?.[1]
    expect(cell).toEqual({ value: 5, style: 'input', format: '0.00', locked: false })
    expect(valueAt(book, '台账', 3, 1)).toBe('')
  })

  it('keeps the row objects that did not change', () => {
    const book = newBook()
    const before = book.state().sheets[0]?.rows
    book.edit('表1', [{ row: 2, column: 0, value: 5 }])
    const after = book.state().sheets[0]?.rows
    expect(after?.[1]).toBe(before?.[1])
    expect(after?.[2]).not.toBe(before?.[2])
  })
})

describe('the Workbook port over it', () => {
  it('undoes what one press wrote as one step, whatever the blocks', async () => {
    const book = newBook()
    const workbook = memoryWorkbook(book)
    const block = (address: string, value: number) => ({ place: { sheet: '台账', address }, values: [[value]] })
    await writeBlocks(workbook, [block('A2', 1), block('B3', 2), block('A2', 3)])
    await writeBlocks(workbook, [block('B2', 4)])
    book.undo()
    expect([valueAt(book, '台账', 1, 1), valueAt(book, '台账', 1, 0), valueAt(book, '台账', 2, 1)]).toEqual(['', 3, 2])
    book.undo()
    expect([valueAt(book, '台账', 1, 0), valueAt(book, '台账', 2, 1)]).toEqual(['', ''])
    book.redo()
    expect([valueAt(book, '台账', 1, 0), valueAt(book, '台账', 2, 1)]).toEqual([3, 2])
  })

  it('leaves what a person typed between two blocks a step of its own', async () => {
    const book = newBook()
    const workbook = memoryWorkbook(book)
    const press = {}
    await workbook.write({ sheet: '台账', address: 'A2' }, [[1]], press)
    book.edit('台账', [{ row: 2, column: 0, value: 9 }])
    await workbook.write({ sheet: '台账', address: 'B2' }, [[2]], press)
    book.undo()
    expect([valueAt(book, '台账', 1, 1), valueAt(book, '台账', 2, 0)]).toEqual(['', 9])
    book.undo()
    expect([valueAt(book, '台账', 2, 0), valueAt(book, '台账', 1, 0)]).toEqual(['', 1])
  })

  it('tells of one change for a block, and of nothing after the watch ended', async () => {
    const book = newBook()
    const events: string[] = []
    const watch = await memoryWorkbook(book).watch((event) => events.push(event.kind))
    book.edit('台账', [
      { row: 1, column: 0, value: 1 },
      { row: 2, column: 0, value: 2 },
    ])
    if (watch.ok) watch.value()
    book.edit('台账', [{ row: 1, column: 0, value: 9 }])
    expect(events).toEqual(['changed'])
  })

  it('keeps what the pane wrote undoable', async () => {
    const book = newBook()
    await memoryWorkbook(book).write({ sheet: '表1', address: 'A2' }, [[2000, '备注']])
    expect(valueAt(book, '表1', 1, 1)).toBe('备注')
    book.undo()
    expect(valueAt(book, '表1', 1, 1)).toBe('')
  })

  it('reads from the first to the last filled cell', async () => {
    const book = newBook()
    book.edit('台账', [{ row: 2, column: 1, value: 5 }])
    const read = await memoryWorkbook(book).snapshot(['台账'])
    expect(read).toEqual({
      ok: true,
      value: {
        names: {},
        sheets: [
          {
            name: '台账',
            top: 0,
            left: 0,
            values: [
              ['累计完成', '累计完成'],
              ['', ''],
              ['', 5],
            ],
          },
        ],
      },
    })
  })
})
