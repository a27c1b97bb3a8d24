import { fromA1, type CellValue, type FormGrid } from '@kaohe/shared-rules'
import { describe, expect, it } from 'vitest'
import { issued, pack, units } from '../testing/campaign.ts'
import { memoryBook } from '../workbook/memory-book.ts'
import { bookOfGrid } from './book-of-grid.ts'
import { changesOf, takenCells } from './taken-cells.ts'

const ledger = '项目台账'
const matrix = '项目任务分解表'

/** The form as somebody filled it in elsewhere. */
function filled(grid: FormGrid, values: Readonly<Record<string, Readonly<Record<string, CellValue>>>>): FormGrid {
  const sheets = grid.sheets.map((sheet) => {
    const entries = Object.entries(values[sheet.name] ?? {}).flatMap(([address, value]) => {
      const at = fromA1(address)
      return at ? [{ ...at, value }] : []
    })
    const given = new Map(entries.map((entry) => [`${entry.row} ${entry.column}`, entry.value]))
    const cells = sheet.cells.map((cell) => {
      const value = given.get(`${cell.row} ${cell.column}`)
      return value === undefined ? cell : { ...cell, value }
    })
    return { ...sheet, cells }
  })
  return { ...grid, sheets }
}

const take = (file: FormGrid, open: FormGrid, template = 1) => {
  const book = memoryBook(bookOfGrid(open))
  const forms = pack.forms.map(({ id, annex, title, fileName }) => ({ id, annex, title, fileName, template }))
  const taken = takenCells(file, book, { pack, units, unit: 'xinxing', forms })
  const value = (sheet: string, address: string) => {
    const at = fromA1(address)
    return at && book.state().sheets.find(({ name }) => name === sheet)?.rows[at.row]?.[at.column]?.value
  }
  return { taken, book, value }
}
const cellsOf = async (taken: ReturnType<typeof takenCells>) => {
  const found = await taken
  if (found.kind !== 'cells') throw new Error(found.kind)
  return found
}
const projects = {
  [matrix]: { K8: '含两个续建项目' },
  [ledger]: { B6: '光伏组件二期', E6: 6000, G6: '签约', B7: '液压支架技改', E7: 5200 },
}

describe('what a file of this computer puts into the open form', () => {
  it('goes into all sheets of the form, ledger rows too, and is undone in one step', async () => {
    const open = issued('projects', 'xinxing')
    const { taken, book, value } = take(filled(open, projects), open)
    const { cells, locked } = await cellsOf(taken)
    expect(locked).toBe(0)
    book.editSheets(changesOf(cells))
    expect([value(ledger, 'B6'), value(ledger, 'E7')]).toEqual(['光伏组件二期', 5200])
    expect(new Set(cells.map(({ place }) => place.sheet))).toEqual(new Set([matrix, ledger]))
    book.undo()
    expect([value(ledger, 'B6'), value(ledger, 'E7'), value(matrix, 'K8')]).toEqual(['', '', ''])
    expect(book.state().undo).toEqual([])
  })

  it('puts a ledger row to the same project where that is, else below the last one', async () => {
    const open = filled(issued('projects', 'xinxing'), {
      [ledger]: { B6: '热电联产', E6: 9000, B7: '液压支架技改', E7: 5000 },
    })
    const { taken } = take(filled(issued('projects', 'xinxing'), projects), open)
    const { cells } = await cellsOf(taken)
    const at = (address: string) => cells.find(({ place }) => place.sheet === ledger && place.address === address)
    expect(at('E7')).toMatchObject({ before: '5000', after: '5200' })
    expect(at('B8')).toMatchObject({ before: null, after: '光伏组件二期' })
    expect(at('B6')).toBeUndefined()
  })

  it('leaves cells alone that the open form has locked, and counts them', async () => {
    const open = issued('investment', 'xinxing')
    const locked = {
      ...open,
      sheets: open.sheets.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, locked: true })) })),
    }
    const { taken, book } = take(filled(open, { 固定资产投资任务分解表: { D7: 12900 } }), locked)
    expect(await taken).toEqual({ kind: 'cells', cells: [], locked: 1 })
    expect(book.state().undo).toEqual([])
  })

  it('takes over an earlier edition of the form', async () => {
    const old = filled(issued('investment', 'xinxing', 1), { 固定资产投资任务分解表: { D7: 12900 } })
    const { taken } = take(old, issued('investment', 'xinxing', 2), 2)
    expect((await cellsOf(taken)).cells).toMatchObject([{ place: { address: 'D7' }, after: '12900' }])
  })

  it('takes a form without our names, as an .xls from an e-mail is', async () => {
    const bare = { ...filled(issued('investment', 'xinxing'), { 固定资产投资任务分解表: { D7: 12900 } }), names: {} }
    const { taken } = take(bare, issued('investment', 'xinxing'))
    expect((await cellsOf(taken)).cells).toMatchObject([{ place: { address: 'D7' }, after: '12900' }])
  })

  it('takes nothing of the figures of other units', async () => {
    const open = issued('investment', 'xinxing')
    const { taken } = take(filled(open, { 固定资产投资任务分解表: { D8: 1, C7: 99 } }), open)
    expect(await taken).toEqual({ kind: 'cells', cells: [], locked: 0 })
  })
})
