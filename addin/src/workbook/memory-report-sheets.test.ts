import { describe, expect, it } from 'vitest'
import { memoryBook } from './memory-book.ts'
import { memoryReportSheets } from './memory-report-sheets.ts'
import { memoryWorkbook } from './memory-workbook.ts'
import type { Report } from './report-sheets.ts'

const report: Report = {
  sheet: '综合排名',
  table: 'ranking_town',
  title: '综合排名（镇街）',
  notes: ['暂定', '示例(非官方)'],
  columns: [
    { title: '名次', format: '0', width: 6 },
    { title: '单位', format: '@', width: 14 },
    { title: '总分', format: '0.00', width: 8 },
  ],
  rows: [
    [1, '韩家店镇', 98.5],
    [2, '新兴街道', 90],
  ],
}

const opened = () => {
  const book = memoryBook({ fileName: '排名.xlsx', sheets: [], names: {} })
  return { book, reports: memoryReportSheets(book), workbook: memoryWorkbook(book) }
}
const valuesOf = async ({ workbook }: ReturnType<typeof opened>) => {
  const read = await workbook.snapshot()
  return read.ok ? read.value.sheets[0]?.values : undefined
}

describe('a result sheet in memory', () => {
  it('takes a free name beside a sheet of the same name', async () => {
    const { reports } = opened()
    await reports.create(report)
    expect(await reports.create({ ...report, table: 'ranking_department' })).toEqual({
      ok: true,
      value: { sheet: '综合排名 (2)' },
    })
    expect(await reports.find('ranking_town')).toEqual({ ok: true, value: { sheet: '综合排名' } })
  })

  it('keeps the column of the office beside the table when it is filled anew with fewer rows', async () => {
    const office = opened()
    await office.reports.create(report)
    await office.workbook.write({ sheet: '综合排名', address: 'D5' }, [['已约谈']])
    await office.reports.refresh({ ...report, notes: ['暂定 18日', '示例(非官方)'], rows: [[1, '新兴街道', 99]] })
    expect(await valuesOf(office)).toEqual([
      ['综合排名（镇街）', '', '', ''],
      ['暂定 18日', '', '', ''],
      ['示例(非官方)', '', '', ''],
      ['名次', '单位', '总分', ''],
      [1, '新兴街道', 99, '已约谈'],
    ])
  })

  it('overwrites nothing below the table', async () => {
    const office = opened()
    await office.reports.create(report)
    await office.workbook.write({ sheet: '综合排名', address: 'B7' }, [['制表：办公室']])
    const rows = [...report.rows, [3, '和平街道', 80]]
    expect(await office.reports.refresh({ ...report, rows })).toEqual({
      ok: false,
      error: { kind: 'occupied', place: { sheet: '综合排名', address: 'B7' } },
    })
  })

  it('finds its columns by their titles, and says which one is gone', async () => {
    const office = opened()
    await office.reports.create(report)
    await office.workbook.write({ sheet: '综合排名', address: 'A4' }, [['总分', '单位', '名次']])
    await office.reports.refresh(report)
    expect((await valuesOf(office))?.[4]).toEqual([98.5, '韩家店镇', 1])
    await office.workbook.write({ sheet: '综合排名', address: 'A4' }, [['得分']])
    expect(await office.reports.refresh(report)).toEqual({ ok: false, error: { kind: 'no-column', column: '总分' } })
  })

  it('says so when there is no such table', async () => {
    expect(await opened().reports.find('ranking_town')).toEqual({ ok: true, value: null })
    expect((await opened().reports.refresh(report)).ok).toBe(false)
  })
})
