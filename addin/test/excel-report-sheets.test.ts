import { beforeEach, describe, expect, it } from 'vitest'
import type { Report } from '../src/workbook/report-sheets.ts'
import { excelReportSheets } from '../src/workbook/excel-report-sheets.ts'
import { openInFakeExcel, useExcel } from './excel-bench.ts'
import type { FakeExcel } from './fake-excel/fake-excel.ts'
import { findSheet, usedArea } from './fake-excel/model.ts'
import { formatArea } from './fake-excel/area.ts'
import { reportSheetsContract } from './report-sheets-contract.ts'

const report: Report = {
  sheet: '综合排名',
  table: 'kaohe_ranking',
  title: '综合排名',
  notes: ['暂定', '运行时间 2019-06-18 09:00'],
  columns: [
    { title: '名次', format: '0', width: 8 },
    { title: '单位', format: '@', width: 16 },
    { title: '得分', format: '0.00', width: 10 },
  ],
  rows: [
    [1, '新兴街道', 96.5],
    [2, '和平街道', 90.25],
  ],
}

async function newHost() {
  const sheets = [{ name: '封面', protected: false, cells: {} }]
  const host = await openInFakeExcel({ fileName: '排名.xlsx', sheets, names: {} })
  host.asked('the suite, which tries the port itself')
  return host
}

function allValues(host: FakeExcel, name: string) {
  const sheet = findSheet(host.book, name)
  const used = sheet && usedArea(sheet, true)
  return used
    ? host.values(
        name,
        formatArea({ row: 0, column: 0, rows: used.row + used.rows, columns: used.column + used.columns }),
      )
    : []
}

describe.each(['1.9', '1.14', '1.15'])('at ExcelApi %s', (api) => {
  reportSheetsContract('excelReportSheets', async () => {
    const host = await newHost()
    useExcel(host, api)
    return {
      reports: excelReportSheets(),
      sheets: () => host.book.sheets.map((sheet) => sheet.name),
      values: (sheet) => allValues(host, sheet),
      enter: (sheet, address, value) => expect(host.user.type(sheet, address, value)).toBe('entered'),
      addSheet: host.user.addSheet,
    }
  })

  describe('excelReportSheets', () => {
    let host: FakeExcel
    const reports = excelReportSheets()
    const sheet = (name = '综合排名') => {
      const found = findSheet(host.book, name)
      if (!found) throw new Error(`no sheet ${name}`)
      return found
    }
    const row = (values: Report['rows']) => reports.refresh({ ...report, rows: values })
    beforeEach(async () => {
      host = await newHost()
      useExcel(host, api)
      await reports.create(report)
    })

    it('formats, sizes and freezes what it makes', () => {
      expect(host.book.active.name).toBe('封面')
      expect(sheet().frozen).toEqual({ rows: 4, columns: 0 })
      expect([0, 1, 2].map((column) => sheet().widths.get(column))).toEqual([8, 16, 10])
      expect(sheet().cells.get('4,2')?.style.numFmt).toBe('0.00')
      expect(sheet().tables[0]).toMatchObject({
        name: 'kaohe_ranking',
        style: 'TableStyleMedium2',
        showFilterButton: true,
      })
    })

    it('follows the table and its lines wherever they were moved to', async () => {
      host.user.insertRows('综合排名', 1, 3)
      host.user.insertColumns('综合排名', 1, 2)
      host.user.renameSheet('综合排名', '六月 排名')
      const next = { ...report, title: '新', rows: [[1, '东梁镇', 99]] }
      expect(await reports.refresh(next)).toEqual({ ok: true, value: { sheet: '六月 排名' } })
      expect(host.values('六月 排名', 'C4:E8')).toEqual([
        ['新', '', ''],
        ['暂定', '', ''],
        ['运行时间 2019-06-18 09:00', '', ''],
        ['名次', '单位', '得分'],
        [1, '东梁镇', 99],
      ])
    })

    it('keeps the columns that the reader added to the table, and their formats', async () => {
      host.user.type('综合排名', 'D4', '我的备注')
      host.user.type('综合排名', 'D5', '已约谈')
      host.user.type('综合排名', 'D6', '5%')
      host.user.insertColumns('综合排名', 2, 1)
      host.user.type('综合排名', 'B4', '分管')
      host.user.type('综合排名', 'B6', '张某')
      await row([
        [1, '东梁镇', 99],
        [2, '新兴街道', 98],
        [3, '和平街道', 97],
      ])
      expect(host.values('综合排名', 'A4:E7')).toEqual([
        ['名次', '分管', '单位', '得分', '我的备注'],
        [1, '', '东梁镇', 99, '已约谈'],
        [2, '张某', '新兴街道', 98, 0.05],
        [3, '', '和平街道', 97, ''],
      ])
      expect(sheet().cells.get('5,4')?.style.numFmt).toBe('0%')
      expect(sheet().tables[0]?.area.rows).toBe(4)
    })

    it('never takes whole rows out or puts them in', async () => {
      host.user.type('综合排名', 'G20', '远处')
      await row(Array.from({ length: 12 }, (_, i) => [i + 1, `单位${String(i)}`, 1]))
      await row([[1, '东梁镇', 99]])
      expect(host.value('综合排名', 'G20')).toBe('远处')
    })

    it('writes no line that the reader deleted, and finds the others', async () => {
      for (const name of host.book.names) if (name.name === 'kaohe_ranking.line2') name.refersTo = '#REF!'
      host.user.type('综合排名', 'A2', '自己的话')
      await reports.refresh({ ...report, notes: ['新的一行', '运行时间 2019-07-02 10:00'] })
      expect(host.values('综合排名', 'A1:A3')).toEqual([['综合排名'], ['自己的话'], ['运行时间 2019-07-02 10:00']])
    })

    it('has room for more notes than at first', async () => {
      await reports.refresh({ ...report, notes: ['暂定', '运行时间', '沿用 3 个单位'] })
      expect(host.values('综合排名', 'A1:A4')).toEqual([['综合排名'], ['暂定'], ['运行时间；沿用 3 个单位'], ['名次']])
    })

    it('makes the report again after its sheet was deleted', async () => {
      host.user.deleteSheet('综合排名')
      expect(await reports.find('kaohe_ranking')).toEqual({ ok: true, value: null })
      expect((await reports.create(report)).ok).toBe(true)
      await reports.refresh({ ...report, title: '再来' })
      expect(host.value('综合排名', 'A1')).toBe('再来')
    })

    it('says that a protected sheet is locked and where', async () => {
      host.user.protectSheet('综合排名')
      expect(await row([[1, '东梁镇', 99]])).toEqual({
        ok: false,
        error: { kind: 'locked', place: { sheet: '综合排名', address: 'A4' } },
      })
    })

    it('keeps an empty row when there is nothing to show', async () => {
      await row([])
      expect(host.values('综合排名', 'A4:C6')).toEqual([
        ['名次', '单位', '得分'],
        ['', '', ''],
        ['', '', ''],
      ])
      await row([[1, '东梁镇', 99]])
      expect(host.values('综合排名', 'A5:C5')).toEqual([[1, '东梁镇', 99]])
    })
  })
})

describe('excelReportSheets', () => {
  it('makes the table smaller where Excel can', async () => {
    const host = await newHost()
    useExcel(host, '1.14')
    const reports = excelReportSheets()
    await reports.create(report)
    await reports.refresh({ ...report, rows: report.rows.slice(0, 1) })
    expect(findSheet(host.book, '综合排名')?.tables[0]?.area.rows).toBe(2)
  })
})
