import { execFile } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { excelReportSheets } from '../src/workbook/excel-report-sheets.ts'
import { openInFakeExcel, useExcel } from './excel-bench.ts'
import { openWorkbook, type FakeExcel } from './fake-excel/fake-excel.ts'
import { findSheet } from './fake-excel/model.ts'

const ledger = '项目台账'
const matrix = '项目任务分解表'

/** The ledger row of a project that was started: 序号, 项目名称, 产业类别, 建设性质, 总投资, 当年投资, 阶段, 开工时间. */
const project = (name: string, total: number | string) => [1, name, '制造业', '新建', total, 800, '开工', '2019-03-01']

describe('the fake Excel', () => {
  let folder: string
  let form: string
  let host: FakeExcel
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'forms-'))
    const cli = fileURLToPath(new URL('../../service/src/cli/workbooks.ts', import.meta.url))
    await promisify(execFile)(process.execPath, [cli, folder, '--unit', 'xinxing'])
    const file = (await readdir(folder)).find((name) => name.startsWith('附件2'))
    form = join(folder, file ?? '')
  })
  afterAll(() => rm(folder, { recursive: true }))
  beforeEach(async () => {
    host = await openWorkbook(form)
  })

  /** The unit's own row of the matrix: the only one with a formula. */
  const ownRow = () => {
    const cells = findSheet(host.book, matrix)?.cells ?? new Map<string, never>()
    const [key = '0,0'] = [...cells].find(([, cell]) => cell.formula !== undefined) ?? []
    const [row = 0, column = 0] = key.split(',').map(Number)
    return { started: `${String.fromCharCode(65 + column)}${String(row + 1)}`, row: row + 1 }
  }

  it('opens an official form with its protection, names and frozen heads', () => {
    expect(host.book.sheets.map((sheet) => [sheet.name, sheet.protected])).toEqual([
      [matrix, true],
      [ledger, false],
    ])
    expect(host.book.names.some((name) => name.name.startsWith('kaohe.projects.t'))).toBe(true)
    expect(findSheet(host.book, matrix)?.frozen.columns).toBe(2)
  })

  it('refuses a locked cell and changes nothing', () => {
    const before = host.value(matrix, 'A1')
    expect(host.user.type(matrix, 'A1', 'x')).toBe('refused')
    expect(host.value(matrix, 'A1')).toBe(before)
  })

  it('computes formulas anew after a paste', () => {
    const { started } = ownRow()
    expect(host.user.paste(ledger, 'A6', [project('甲', 5000), project('乙', 4999.99), project('丙', '2000万')])).toBe(
      'entered',
    )
    expect(host.value(matrix, started)).toBe(1)
  })

  it('reads what is typed as Excel does', () => {
    host.user.paste(ledger, 'B6', [['2000', '２，０００', '2019.5.1', '2019年5月1日', '#N/A', "'12", '=1+1']])
    expect(host.values(ledger, 'B6:H6')).toEqual([[2000, '２，０００', '2019.5.1', 43_586, '#N/A', '12', 2]])
  })

  it('moves names and formulas along with rows and columns put in before them', () => {
    const { row } = ownRow()
    host.user.insertRows(ledger, 1, 3)
    host.user.insertColumns(matrix, 3, 1)
    host.user.renameSheet(ledger, '台账 2019')
    host.user.paste('台账 2019', 'A9', [project('甲', 5000)])
    expect(ownRow().row).toBe(row)
    expect(host.value(matrix, ownRow().started)).toBe(1)
    const names = host.book.names.filter((name) => name.name.startsWith('kaohe.projects.t1.projects.'))
    expect(names.every((name) => name.refersTo.startsWith("'台账 2019'!"))).toBe(true)
  })

  it('saves what another program reads the same', async () => {
    host.user.paste(ledger, 'A6', [project('=cmd|calc', 5000.5)])
    host.user.type(ledger, 'B6', "'=cmd|calc")
    const rows = await readSheet(Buffer.from(await host.save()), ledger)
    expect(rows[5]?.slice(0, 5)).toEqual([1, '=cmd|calc', '制造业', '新建', 5000.5])
    const again = await openWorkbook(await host.save())
    expect(again.book.sheets.map((sheet) => [sheet.name, sheet.protected])).toEqual([
      [matrix, true],
      [ledger, false],
    ])
    expect(again.book.names).toEqual(host.book.names)
    expect(again.user.type(matrix, 'A1', 'x')).toBe('refused')
  })
})

describe('a result sheet made in the fake Excel', () => {
  it('is saved as a table that another program reads the same', async () => {
    const host = await openInFakeExcel({
      fileName: '排名.xlsx',
      sheets: [{ name: '封面', protected: false, cells: {} }],
      names: {},
    })
    host.asked('the test itself')
    useExcel(host, '1.14')
    await excelReportSheets().create({
      sheet: '综合排名',
      table: 'kaohe_ranking',
      title: '综合排名',
      notes: ['暂定'],
      columns: [
        { title: '单位', format: '@', width: 16 },
        { title: '得分', format: '0.00', width: 10 },
      ],
      rows: [
        ['新兴街道', 96.5],
        ['=1+1', '未报'],
      ],
    })
    const bytes = await host.save()
    expect(await readSheet(Buffer.from(bytes), '综合排名')).toEqual([
      ['综合排名', null],
      ['暂定', null],
      ['单位', '得分'],
      ['新兴街道', 96.5],
      ['=1+1', '未报'],
    ])
    const again = await openWorkbook(bytes)
    expect(findSheet(again.book, '综合排名')?.tables).toMatchObject([
      { name: 'kaohe_ranking', style: 'TableStyleMedium2' },
    ])
  })
})
