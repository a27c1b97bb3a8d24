import { toA1 } from '@kaohe/shared-rules'
import { createEvent, fireEvent, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useSyncExternalStore } from 'react'
import { describe, expect, it } from 'vitest'
import type { BookCell, BookSheet } from '../../workbook/book-sheet.ts'
import { type MemoryBook, memoryBook } from '../../workbook/memory-book.ts'
import { preferenceStore } from '../../ui/preferences.ts'
import workbench from '../../i18n/workbench.zh-CN.json' with { type: 'json' }
import { Surroundings } from '../../ui/Surroundings.tsx'
import { Grid } from './Grid.tsx'

const locked: BookCell = { value: '', style: 'body-right', format: '#,##0', locked: true }
const amount: BookCell = { value: '', style: 'input-right', format: '0.00', locked: false }
const day: BookCell = { ...amount, style: 'input-centre', format: 'yyyy-mm-dd' }
const kind: BookCell = { ...amount, style: 'input-centre', format: '@', choices: ['新建', '续建'] }
const rate: BookCell = { ...locked, formula: 'B2/A2', value: 0 }

const form: BookSheet = {
  name: '表1',
  columns: [10, 12, 12, 12, 12],
  heights: [20, 20, 20],
  rows: [
    ['任务', '累计完成', '开工日期', '建设性质', '完成率'].map((value) => ({ ...locked, value, style: 'head' })),
    [{ ...locked, value: 13000 }, amount, day, kind, rate],
    [{ ...locked, value: 12000 }, locked, locked, locked, locked],
  ],
  merges: [],
  frozen: { rows: 1, columns: 1 },
  protected: true,
  continues: false,
}
const ledger: BookSheet = {
  ...form,
  name: '台账',
  heights: Array<number>(300).fill(20),
  rows: Array.from({ length: 300 }, () => [amount, amount, day, kind, amount]),
  protected: false,
  continues: true,
}

function OneSheet({ book }: { readonly book: MemoryBook }) {
  const { sheets } = useSyncExternalStore(book.subscribe, book.state)
  const [sheet] = sheets
  return sheet ? <Grid book={book} sheet={sheet} /> : null
}

function shown(sheet: BookSheet, at = { row: 1, column: 1 }) {
  const book = memoryBook({ fileName: '附件1.xlsx', names: {}, sheets: [sheet] })
  book.select(sheet.name, at)
  render(
    <Surroundings preferences={preferenceStore(localStorage, 'zh-CN')} texts={{ workbench }}>
      <OneSheet book={book} />
    </Surroundings>,
  )
  const field = screen.getByRole<HTMLTextAreaElement>('textbox')
  field.focus()
  return {
    book,
    field,
    person: userEvent.setup(),
    valueAt: (row: number, column: number) => book.state().sheets[0]?.rows[row]?.[column]?.value,
    active: () => toA1(book.state().selection.active.row, book.state().selection.active.column),
    paste: (text: string) => fireEvent.paste(field, { clipboardData: { getData: () => text } }),
  }
}

describe('the grid', () => {
  it('takes what is typed when Enter is pressed, and goes down', async () => {
    const { person, valueAt, active } = shown(form)
    await person.keyboard('2000.5{Enter}')
    expect(valueAt(1, 1)).toBe(2000.5)
    expect(active()).toBe('B3')
  })

  it('gives up what is typed on Escape', async () => {
    const { person, valueAt, field } = shown(form)
    await person.keyboard('2000{Escape}')
    expect(valueAt(1, 1)).toBe('')
    expect(field.value).toBe('')
  })

  it('goes on amending after F2, with the caret at the end', async () => {
    const { person, valueAt } = shown(form)
    await person.keyboard('200{Enter}{ArrowUp}{F2}5{Enter}')
    expect(valueAt(1, 1)).toBe(2005)
  })

  it('moves with Tab from one open cell of a protected sheet to the next, and around', () => {
    const { field, active } = shown(form)
    const seen = []
    for (let press = 0; press < 3; press += 1) {
      fireEvent.keyDown(field, { key: 'Tab' })
      seen.push(active())
    }
    expect(seen).toEqual(['C2', 'D2', 'B2'])
  })

  it('commits with an arrow key while typing, but moves the caret while amending', async () => {
    const { person, active, valueAt } = shown(form)
    await person.keyboard('7{ArrowRight}')
    expect(active()).toBe('C2')
    await person.keyboard('{F2}{ArrowLeft}')
    expect(active()).toBe('C2')
    expect(valueAt(1, 1)).toBe(7)
  })

  it('turns a typed day into a serial number, and shows it as a day', async () => {
    const { person, valueAt } = shown(form, { row: 1, column: 2 })
    await person.keyboard('2019-5-1{Enter}')
    expect(valueAt(1, 2)).toBe(43586)
    expect(screen.getByText('2019-05-01')).toBeDefined()
  })

  it('refuses a locked cell with a sentence that names it, and writes nothing', async () => {
    const { person, valueAt, field } = shown(form, { row: 2, column: 1 })
    await person.keyboard('5')
    expect(screen.getByRole('alert').textContent).toContain('B3 已锁定')
    expect(field.value).toBe('')
    expect(valueAt(2, 1)).toBe('')
  })

  it('shows nothing where Excel would compute, rather than an old figure', () => {
    shown(form)
    expect(screen.getByText('自动')).toBeDefined()
  })

  it('empties the selected cells with Delete', async () => {
    const { book, person, valueAt } = shown(ledger)
    book.edit('台账', [
      { row: 1, column: 1, value: 1 },
      { row: 2, column: 1, value: 2 },
      { row: 3, column: 1, value: 3 },
    ])
    await person.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}')
    expect([valueAt(1, 1), valueAt(2, 1), valueAt(3, 1)]).toEqual(['', '', 3])
  })

  it('pastes 200 mixed cells as one step, and takes them all back with Ctrl+Z', async () => {
    const { paste, person, valueAt } = shown(ledger, { row: 0, column: 0 })
    paste(Array.from({ length: 50 }, (_row, row) => `${row}\t２，０００\t2019/5/1\t新建`).join('\r\n') + '\r\n')
    expect([valueAt(49, 0), valueAt(49, 1), valueAt(49, 2), valueAt(49, 3)]).toEqual([49, '２，０００', 43586, '新建'])
    await person.keyboard('{Control>}z{/Control}')
    expect([valueAt(49, 0), valueAt(0, 1)]).toEqual(['', ''])
    await person.keyboard('{Control>}y{/Control}')
    expect(valueAt(49, 1)).toBe('２，０００')
  })

  it('pastes nothing at all when one cell of the block is locked', () => {
    const { paste, valueAt } = shown(form)
    paste('1\t2019-5-1\r\n2\t2019-5-2')
    expect(valueAt(1, 1)).toBe('')
    expect(screen.getByRole('alert').textContent).toContain('4 格都没有写入')
  })

  it('goes on below the drawn rows of a ledger', () => {
    const { paste, valueAt } = shown(ledger, { row: 299, column: 2 })
    paste('2019-5-1\r\n2019-5-2\r\n2019-5-3')
    expect(valueAt(301, 2)).toBe(43588)
  })

  it('puts the selected block on the clipboard as Excel would, and empties it on cutting', () => {
    const { book, field, valueAt } = shown(ledger)
    book.edit('台账', [
      { row: 1, column: 1, value: 0.1 },
      { row: 1, column: 2, value: 43586 },
    ])
    book.select('台账', { row: 1, column: 1 }, { row: 2, column: 2 })
    const copied: string[] = []
    const event = createEvent.cut(field, {
      clipboardData: { setData: (_type: string, text: string) => copied.push(text) },
    })
    fireEvent(field, event)
    expect(copied).toEqual(['0.1\t2019-05-01\r\n\t'])
    expect(valueAt(1, 2)).toBe('')
  })

  it('leaves Enter to the input method while a word is composed', async () => {
    const { field, valueAt, active } = shown(ledger, { row: 0, column: 3 })
    fireEvent.compositionStart(field)
    fireEvent.input(field, { target: { value: 'xinjian' } })
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true })
    fireEvent.keyDown(field, { key: 'Enter', keyCode: 229 })
    expect(field.value).toBe('xinjian')
    fireEvent.compositionEnd(field, { data: '新建' })
    fireEvent.input(field, { target: { value: '新建' } })
    fireEvent.keyDown(field, { key: 'Enter' })
    expect(valueAt(0, 3)).toBe('新建')
    expect(active()).toBe('D2')
  })

  it('keeps what was typed when the person goes elsewhere', async () => {
    const { person, field, valueAt } = shown(form)
    await person.keyboard('88')
    fireEvent.blur(field)
    expect(valueAt(1, 1)).toBe(88)
  })

  it('offers the choices of a cell', async () => {
    const { person, valueAt } = shown(form, { row: 1, column: 3 })
    await person.keyboard('{Alt>}{ArrowDown}{/Alt}')
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['新建', '续建'])
    await person.keyboard('{ArrowDown}{Enter}')
    expect(valueAt(1, 3)).toBe('续建')
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  it('selects with a click, a block with Shift and a click, and amends with a double click', async () => {
    const { book, person, field } = shown(ledger)
    const cell = (row: number, column: number) =>
      screen.getAllByRole('gridcell').filter((element) => element.dataset['row'] === String(row))[column] ?? field
    await person.click(cell(3, 1))
    await person.keyboard('{Shift>}')
    await person.click(cell(5, 2))
    await person.keyboard('{/Shift}')
    expect(book.state().selection).toEqual({
      sheet: '台账',
      active: { row: 3, column: 1 },
      focus: { row: 5, column: 2 },
    })
    await person.dblClick(cell(4, 1))
    expect(field.dataset['mode']).toBe('amending')
  })

  it('draws only the rows in sight of a long ledger, and says how many there are', () => {
    shown(ledger)
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('320')
  })

  it('tells a screen reader where each cell is and which ones may be filled', () => {
    shown(form)
    const cells = screen.getAllByRole('gridcell').slice(5, 7)
    expect(
      cells.map((cell) => [
        cell.ariaColIndex ?? cell.getAttribute('aria-colindex'),
        cell.getAttribute('aria-readonly'),
      ]),
    ).toEqual([
      ['1', 'true'],
      ['2', 'false'],
    ])
    expect(screen.getByRole('textbox').getAttribute('aria-label')).toBe('B2，空，可填写')
  })
})
