import type { CellValue } from '@kaohe/shared-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Workbook, WorkbookEvent } from '../src/workbook/workbook.ts'

/** A workbook as the suite wants it opened. Cells by address; a locked one is refused on a protected sheet. */
export interface ContractBook {
  readonly fileName: string
  readonly sheets: readonly ContractSheet[]
  readonly names: Readonly<Record<string, string>>
}

export interface ContractSheet {
  readonly name: string
  readonly protected: boolean
  readonly cells: Readonly<
    Record<string, { readonly value: CellValue; readonly open?: boolean; readonly format?: string }>
  >
}

/** The port over the opened workbook, and a person who works in it. */
export interface OpenedWorkbook {
  readonly workbook: Workbook
  /** Enters a block of values from the cell on. */
  enter(sheet: string, address: string, rows: readonly (readonly CellValue[])[]): void
  select(sheet: string, address: string): void
  addSheet(name: string): void
  /** Where the person sees the selection. */
  selection(): { readonly sheet: string; readonly address: string }
}

const book: ContractBook = {
  fileName: '附件1 固定资产投资任务分解表.xlsx',
  sheets: [
    {
      name: '任务 分解表',
      protected: true,
      cells: {
        B2: { value: '责任单位' },
        C2: { value: '累计完成' },
        B3: { value: '新兴街道' },
        C3: { value: 1234.5, open: true },
        D3: { value: '', open: true },
        B4: { value: '和平街道' },
        C4: { value: '#N/A' },
        D4: { value: true },
      },
    },
    { name: '项目台账', protected: false, cells: { A1: { value: '项目名称' }, B1: { value: '文号', format: '@' } } },
    { name: '空表', protected: false, cells: {} },
  ],
  names: { 'kaohe.investment.t1.reported': "'任务 分解表'!$C$3:$C$4" },
}

/** What every form of the port must do; `open` makes one over the given workbook. */
export function workbookContract(name: string, open: (book: ContractBook) => Promise<OpenedWorkbook>): void {
  describe(`${name} as Workbook`, () => {
    let opened: OpenedWorkbook
    let workbook: Workbook
    beforeEach(async () => {
      opened = await open(book)
      workbook = opened.workbook
    })

    const valueOf = async (sheet: string, row: number, column: number) => {
      const snapshot = await workbook.snapshot([sheet])
      if (!snapshot.ok) throw new Error(snapshot.error.kind)
      const block = snapshot.value.sheets[0]
      return block?.values[row - block.top]?.[column - block.left]
    }

    it('tells the name of the file', async () => {
      expect(await workbook.describe()).toMatchObject({
        ok: true,
        value: { fileName: book.fileName, compatibilityMode: false },
      })
    })

    it('reads all sheets as blocks that say where they begin, and the names', async () => {
      expect(await workbook.snapshot()).toEqual({
        ok: true,
        value: {
          sheets: [
            {
              name: '任务 分解表',
              top: 1,
              left: 1,
              values: [
                ['责任单位', '累计完成', ''],
                ['新兴街道', 1234.5, ''],
                ['和平街道', '#N/A', true],
              ],
            },
            { name: '项目台账', top: 0, left: 0, values: [['项目名称', '文号']] },
            { name: '空表', top: 0, left: 0, values: [] },
          ],
          names: book.names,
        },
      })
    })

    it('reads only the sheets asked for', async () => {
      const snapshot = await workbook.snapshot(['项目台账'])
      expect(snapshot.ok && snapshot.value.sheets.map((sheet) => sheet.name)).toEqual(['项目台账'])
    })

    it('names the sheet that is gone', async () => {
      expect(await workbook.snapshot(['项目台账', '不存在'])).toEqual({
        ok: false,
        error: { kind: 'no-sheet', sheet: '不存在' },
      })
    })

    it('writes a block', async () => {
      const result = await workbook.write({ sheet: '项目台账', address: 'A2' }, [
        ['光伏组件', 5000],
        ['', false],
      ])
      expect(result).toEqual({ ok: true, value: undefined })
      expect(await valueOf('项目台账', 1, 0)).toBe('光伏组件')
      expect(await valueOf('项目台账', 1, 1)).toBe(5000)
      expect(await valueOf('项目台账', 2, 1)).toBe(false)
    })

    it.each([
      '=1+1',
      '+8613800000000',
      '-1',
      '@SUM(A1)',
      "'引号",
      '001',
      '2019-05-01',
      '2019年5月1日',
      '5%',
      'TRUE',
      '2,000',
    ])('writes the text %s as text', async (text) => {
      await workbook.write({ sheet: '项目台账', address: 'A2' }, [[text, text]])
      expect(await valueOf('项目台账', 1, 0)).toBe(text)
      expect(await valueOf('项目台账', 1, 1)).toBe(text)
    })

    it('writes text as text where the cell is formatted as text', async () => {
      await workbook.write({ sheet: '项目台账', address: 'B1' }, [['=cmd|calc']])
      expect(await valueOf('项目台账', 0, 1)).toBe('=cmd|calc')
    })

    it('writes nothing of a block that holds a locked cell, and names that cell', async () => {
      expect(
        await workbook.write({ sheet: '任务 分解表', address: 'C3' }, [
          [1, 2],
          [3, 4],
        ]),
      ).toEqual({
        ok: false,
        error: { kind: 'locked', place: { sheet: '任务 分解表', address: 'C4' } },
      })
      expect(await valueOf('任务 分解表', 2, 2)).toBe(1234.5)
    })

    it('writes open cells of a protected sheet', async () => {
      expect((await workbook.write({ sheet: '任务 分解表', address: 'C3' }, [[2000, '已核对']])).ok).toBe(true)
      expect(await valueOf('任务 分解表', 2, 2)).toBe(2000)
      expect(await valueOf('任务 分解表', 2, 3)).toBe('已核对')
    })

    it('cannot write to a sheet that is gone', async () => {
      expect(await workbook.write({ sheet: '不存在', address: 'A1' }, [[1]])).toEqual({
        ok: false,
        error: { kind: 'no-sheet', sheet: '不存在' },
      })
    })

    it('leads the reader to a cell on another sheet', async () => {
      expect(await workbook.reveal({ sheet: '项目台账', address: 'B2' })).toEqual({ ok: true, value: undefined })
      expect(opened.selection()).toEqual({ sheet: '项目台账', address: 'B2' })
    })

    it('cannot lead to a sheet that is gone', async () => {
      expect(await workbook.reveal({ sheet: '不存在', address: 'B2' })).toEqual({
        ok: false,
        error: { kind: 'no-sheet', sheet: '不存在' },
      })
    })

    describe('while watched', () => {
      const heard = async (act: () => void, kind: WorkbookEvent['kind']) => {
        let hear: (event: WorkbookEvent) => void = () => undefined
        const event = new Promise<WorkbookEvent>((resolve) => (hear = resolve))
        const watching = await workbook.watch((said) => {
          if (said.kind === kind) hear(said)
        })
        if (!watching.ok) throw new Error(watching.error.kind)
        act()
        const said = await event
        watching.value()
        return said
      }

      it('says that a cell changed', async () => {
        expect(await heard(() => opened.enter('任务 分解表', 'C3', [[99]]), 'changed')).toEqual({ kind: 'changed' })
      })

      it('says that a pasted block changed', async () => {
        const rows = Array.from({ length: 20 }, (_, i) => [`项目${String(i)}`, i])
        expect(await heard(() => opened.enter('项目台账', 'A2', rows), 'changed')).toEqual({ kind: 'changed' })
      })

      it('says which cell is selected', async () => {
        expect(await heard(() => opened.select('项目台账', 'B3'), 'selected')).toEqual({
          kind: 'selected',
          sheet: '项目台账',
          address: 'B3',
        })
      })

      it('says that a sheet was added', async () => {
        expect(await heard(() => opened.addSheet('附表'), 'sheets-changed')).toEqual({ kind: 'sheets-changed' })
      })

      it('says nothing more once it is told to stop', async () => {
        const said: WorkbookEvent[] = []
        const stopped = await workbook.watch((event) => said.push(event))
        if (stopped.ok) stopped.value()
        await heard(() => opened.enter('任务 分解表', 'C3', [[7]]), 'changed')
        expect(said).toEqual([])
      })
    })
  })
}
