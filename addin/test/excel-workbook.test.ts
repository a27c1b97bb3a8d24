import { beforeEach, describe, expect, it } from 'vitest'
import { excelWorkbook, factsOf } from '../src/workbook/excel-workbook.ts'
import type { WorkbookEvent } from '../src/workbook/workbook.ts'
import { openInFakeExcel, selectionOf, useExcel } from './excel-bench.ts'
import type { FakeExcel } from './fake-excel/fake-excel.ts'
import { workbookContract } from './workbook-contract.ts'

describe.each(['1.9', '1.14', '1.15'])('at ExcelApi %s', (api) => {
  workbookContract('excelWorkbook', async (book) => {
    const host = await openInFakeExcel(book)
    host.asked('the suite, which tries the port itself')
    useExcel(host, api)
    return {
      workbook: excelWorkbook(),
      enter: (sheet, address, rows) => expect(host.user.paste(sheet, address, rows)).toBe('entered'),
      select: host.user.select,
      addSheet: host.user.addSheet,
      selection: () => selectionOf(host),
    }
  })

  describe('excelWorkbook', () => {
    let host: FakeExcel
    const workbook = excelWorkbook()
    const named = (...sheets: string[]) => workbook.snapshot(sheets)
    beforeEach(async () => {
      const cells = { B2: { value: 1, open: true }, B3: { value: 2 } }
      const sheets = [
        { name: '分解表', protected: true, cells },
        { name: '台账', protected: false, cells },
      ]
      host = await openInFakeExcel({ fileName: '附件2.xls', sheets, names: {} })
      useExcel(host, api)
    })

    it('knows a workbook in compatibility mode by its name', async () => {
      expect(await workbook.describe()).toMatchObject({
        ok: true,
        value: { fileName: '附件2.xls', compatibilityMode: true },
      })
    })

    it('takes a workbook saved under another ending for the same one, and one in another folder for another', async () => {
      const { key } = factsOf('附件2.xls', 'D:\\报表\\附件2.xls')
      expect(factsOf('附件2.xlsx', 'D:\\报表\\附件2.xlsx').key).toBe(key)
      expect(factsOf('附件2.xlsx', 'D:\\备份\\附件2.xlsx').key).not.toBe(key)
      expect(factsOf('工作簿1', '').key).toBe('工作簿1')
    })

    it('reads all sheets asked for in one round trip', async () => {
      expect((await named('分解表', '台账')).ok).toBe(true)
      expect(host.reads).toBe(1)
    })

    it('writes nothing to the workbook by reading, watching and leading to a cell', async () => {
      await workbook.describe()
      await workbook.snapshot()
      await workbook.reveal({ sheet: '台账', address: 'B2' })
      const stop = await workbook.watch(() => undefined)
      if (stop.ok) stop.value()
      expect(host.writes).toEqual([])
    })

    it('does not even try to write a locked cell', async () => {
      await workbook.write({ sheet: '分解表', address: 'B3' }, [[5]])
      expect(host.writes).toEqual([])
    })

    it('says that a cell is being edited, and reads again once that is over', async () => {
      host.user.startEditing()
      expect(await named('台账')).toEqual({ ok: false, error: { kind: 'cell-being-edited' } })
      host.user.stopEditing()
      expect((await named('台账')).ok).toBe(true)
    })

    it('takes values handed over as null for a failure, not for an empty sheet', async () => {
      host.withholdValues(true)
      expect(await named('台账')).toEqual({ ok: false, error: { kind: 'no-values', sheet: '台账' } })
    })

    it.each(['RequestAborted', 'InactiveWorkbook', 'ActivityLimitReached'])(
      'calls the host busy on %s',
      async (code) => {
        host.refuse(code)
        expect(await named('台账')).toEqual({ ok: false, error: { kind: 'busy' } })
      },
    )

    it('hands on any other code of the host', async () => {
      host.refuse('GeneralException')
      expect(await named('台账')).toEqual({ ok: false, error: { kind: 'host', code: 'GeneralException' } })
    })

    it('calls a refused write locked when protection came in between', async () => {
      host.refuse('AccessDenied')
      const place = { sheet: '台账', address: 'B2' }
      expect(await workbook.write(place, [[5]])).toEqual({ ok: false, error: { kind: 'locked', place } })
    })

    it('names the sheet of a selection as it is called now', async () => {
      const said = await nextEvent(workbook.watch, () => {
        host.user.renameSheet('台账', '项目台账')
        host.user.select('项目台账', 'B2:C4')
      })
      expect(said).toEqual({ kind: 'selected', sheet: '项目台账', address: 'B2' })
    })

    it('reads a block of more cells than the client sends in one piece', async () => {
      host.asked('the test itself')
      const rows = Array.from({ length: 400 }, (_, i) => [`项目${String(i)}`, i, '=x', 0, 1])
      expect((await workbook.write({ sheet: '台账', address: 'A5' }, rows)).ok).toBe(true)
      expect(host.value('台账', 'A404')).toBe('项目399')
      expect(host.value('台账', 'C404')).toBe('=x')
    })
  })
})

async function nextEvent(watch: ReturnType<typeof excelWorkbook>['watch'], act: () => void): Promise<WorkbookEvent> {
  const { promise, resolve } = Promise.withResolvers<WorkbookEvent>()
  await watch(resolve)
  act()
  return promise
}
