import type { CellValue } from '@kaohe/shared-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Report, ReportSheets } from '../src/workbook/report-sheets.ts'

/** The port over a workbook with one sheet, 封面, and a person who works in it. */
export interface OpenedReports {
  readonly reports: ReportSheets
  sheets(): readonly string[]
  /** All values of a sheet from A1 on, without the empty rows and columns at the end. */
  values(sheet: string): readonly (readonly CellValue[])[]
  enter(sheet: string, address: string, value: CellValue): void
  addSheet(name: string): void
}

const report: Report = {
  sheet: '综合排名 镇街',
  table: 'kaohe_ranking_town',
  title: '2019年综合排名（镇街）',
  notes: ['暂定 · 示例(非官方)', '运行时间 2019-06-18 09:00'],
  columns: [
    { title: '名次', format: '0', width: 8 },
    { title: '单位', format: '@', width: 16 },
    { title: '得分', format: '0.00', width: 10 },
  ],
  rows: [
    [1, '新兴街道', 96.5],
    [2, '和平街道', 90.25],
    ['', '西山街道', '未报'],
  ],
}

const filled = [
  ['2019年综合排名（镇街）', '', ''],
  ['暂定 · 示例(非官方)', '', ''],
  ['运行时间 2019-06-18 09:00', '', ''],
  ['名次', '单位', '得分'],
  [1, '新兴街道', 96.5],
  [2, '和平街道', 90.25],
  ['', '西山街道', '未报'],
]

/** What every form of the port must do; `open` makes one over a new workbook. */
export function reportSheetsContract(name: string, open: () => Promise<OpenedReports>): void {
  describe(`${name} as ReportSheets`, () => {
    let opened: OpenedReports
    let reports: ReportSheets
    beforeEach(async () => {
      opened = await open()
      reports = opened.reports
    })

    it('finds no table where none was made', async () => {
      expect(await reports.find(report.table)).toEqual({ ok: true, value: null })
    })

    it('makes a sheet with title, notes, heading and rows', async () => {
      expect(await reports.create(report)).toEqual({ ok: true, value: { sheet: '综合排名 镇街' } })
      expect(opened.sheets()).toEqual(['封面', '综合排名 镇街'])
      expect(opened.values('综合排名 镇街')).toEqual(filled)
    })

    it('finds the table it made', async () => {
      await reports.create(report)
      expect(await reports.find(report.table)).toEqual({ ok: true, value: { sheet: '综合排名 镇街' } })
    })

    it('takes a free name when somebody has a sheet of that name', async () => {
      opened.addSheet('综合排名 镇街')
      expect(await reports.create(report)).toEqual({ ok: true, value: { sheet: '综合排名 镇街 (2)' } })
      expect(opened.values('综合排名 镇街')).toEqual([])
    })

    it('makes two reports in one workbook', async () => {
      await reports.create(report)
      await reports.create({ ...report, table: 'kaohe_ranking_department', sheet: '综合排名 区直' })
      expect(await reports.find(report.table)).toEqual({ ok: true, value: { sheet: '综合排名 镇街' } })
      expect(opened.sheets()).toEqual(['封面', '综合排名 镇街', '综合排名 区直'])
    })

    it.each(['=1+1', '+86', '-', '@x', '001', '2019-05-01'])(
      'writes the text %s as text in any column',
      async (text) => {
        const rows = [[text, text, text]]
        await reports.create({ ...report, rows })
        expect(opened.values('综合排名 镇街').at(-1)).toEqual([text, text, text])
        await reports.refresh({ ...report, rows: [...rows, ...rows] })
        expect(opened.values('综合排名 镇街').at(-1)).toEqual([text, text, text])
      },
    )

    it('fills the table anew with title and notes', async () => {
      await reports.create(report)
      const next = { ...report, title: '新', notes: ['暂定', '运行时间 2019-07-02 10:00'], rows: [[1, '东梁镇', 99]] }
      expect(await reports.refresh(next)).toEqual({ ok: true, value: { sheet: '综合排名 镇街' } })
      expect(opened.values('综合排名 镇街')).toEqual([
        ['新', '', ''],
        ['暂定', '', ''],
        ['运行时间 2019-07-02 10:00', '', ''],
        ['名次', '单位', '得分'],
        [1, '东梁镇', 99],
      ])
    })

    it('fills the table anew with more rows than before, and with fewer after that', async () => {
      await reports.create(report)
      const many = Array.from({ length: 26 }, (_, i) => [i + 1, `单位${String(i + 1)}`, 100 - i])
      await reports.refresh({ ...report, rows: many })
      expect(opened.values('综合排名 镇街').slice(4)).toEqual(many)
      await reports.refresh(report)
      expect(opened.values('综合排名 镇街')).toEqual(filled)
    })

    it('leaves cells beside the table as they are', async () => {
      await reports.create(report)
      opened.enter('综合排名 镇街', 'F4', '我的备注')
      opened.enter('综合排名 镇街', 'F7', '已约谈')
      await reports.refresh({ ...report, rows: report.rows.slice(0, 1) })
      const values = opened.values('综合排名 镇街')
      expect(values[3]?.[5]).toBe('我的备注')
      expect(values[6]).toEqual(['', '', '', '', '', '已约谈'])
    })

    it('overwrites nothing below the table, and names the first cell in its way', async () => {
      await reports.create(report)
      opened.enter('综合排名 镇街', 'B10', '制表人：王某')
      const rows = Array.from({ length: 8 }, (_, i) => [i + 1, `单位${String(i + 1)}`, 1])
      expect(await reports.refresh({ ...report, rows })).toEqual({
        ok: false,
        error: { kind: 'occupied', place: { sheet: '综合排名 镇街', address: 'B10' } },
      })
      expect(opened.values('综合排名 镇街').slice(0, 7)).toEqual(filled)
    })

    it('names the column that the table has lost', async () => {
      await reports.create(report)
      opened.enter('综合排名 镇街', 'C4', '总分')
      expect(await reports.refresh(report)).toEqual({ ok: false, error: { kind: 'no-column', column: '得分' } })
    })

    it('cannot fill a table that is gone', async () => {
      expect(await reports.refresh(report)).toEqual({ ok: false, error: { kind: 'no-sheet', sheet: report.sheet } })
    })
  })
}
