import { Workbook } from '@cj-tech-master/excelts'
import type { Cells } from '@kaohe/shared-rules'
import { beforeEach, describe, expect, it } from 'vitest'
import { filledGrid } from '../testing/filled-grid.ts'
import { testService, type TestClient, type TestService } from '../testing/harness.ts'
import { hostileFiles } from '../testing/hostile-files.ts'
import { gridOf, handInFiles, mailedWorkbook, workbookOf } from '../testing/mailed.ts'
import { projectRow } from '../testing/records.ts'
import type { BatchView } from './view.ts'

let service: TestService
let office: TestClient
beforeEach(async () => {
  service = await testService()
  office = await service.signIn('office')
})
const table = '固定资产投资任务分解表'

const filled = (form: string, cells: Cells, ledgers: Record<string, readonly Cells[]> = {}) =>
  mailedWorkbook(office, form, '新兴街道', cells, ledgers, 'xinxing')
const handIn = (file: Uint8Array, name = '附件.xlsx') => handInFiles(office, { [name]: file })
async function marked({ id }: BatchView): Promise<Workbook> {
  const response = await office.get(`/intake/${id}/entries/1/marked`)
  expect(response.status).toBe(200)
  const workbook = new Workbook()
  await workbook.xlsx.load(new Uint8Array(await response.arrayBuffer()))
  return workbook
}
const cellOf = (workbook: Workbook, address: string, sheet = table) => {
  const cell = workbook.getWorksheet(sheet)?.getCell(address)
  if (!cell) throw new Error(`no sheet ${sheet}`)
  return cell
}
const noteOf = (cell: ReturnType<typeof cellOf>): string =>
  typeof cell.note === 'object' ? (cell.note.texts ?? []).map(({ text }) => text).join('') : (cell.note ?? '')
const tintOf = (cell: ReturnType<typeof cellOf>): string | undefined =>
  cell.fill?.type === 'pattern' ? cell.fill.fgColor?.argb : undefined
const listOf = (workbook: Workbook) =>
  (workbook.getWorksheet('来件问题清单')?.getSheetValues() ?? []).flatMap((row) =>
    Array.isArray(row) ? [row.slice(1)] : [],
  )

describe('a marked workbook', () => {
  it('tints and notes each wrong cell, and lists what is wrong', async () => {
    const workbook = await marked(await handIn(await filled('investment', { reported: '约3亿' })))
    const wrong = cellOf(workbook, 'D7')
    expect([wrong.value, tintOf(wrong), noteOf(wrong)]).toEqual([
      '约3亿',
      'FFFFC7CE',
      expect.stringMatching(/^须改正：/),
    ])
    expect(tintOf(cellOf(workbook, 'F7'))).not.toBe('FFFFC7CE')
    expect(listOf(workbook).at(-1)).toMatchObject([
      '附件.xlsx',
      '新兴街道',
      '附件1',
      table,
      'D7',
      '须改正',
      expect.any(String),
    ])
  })

  it('says at cells of other units that they are not handed in', async () => {
    const both = filledGrid(await gridOf(office, 'investment', 'xinxing'), '新兴街道', { reported: '1.3' })
    const workbook = await marked(await handIn(await workbookOf(filledGrid(both, '和平街道', { reported: '1' }))))
    expect([tintOf(cellOf(workbook, 'D7')), noteOf(cellOf(workbook, 'D7'))]).toEqual([
      'FFFFE699',
      expect.stringMatching(/^须说明：/),
    ])
    expect(noteOf(cellOf(workbook, 'D8'))).toBe('不会提交：这一行是其他单位的')
  })

  it('is accepted when it comes back put right', async () => {
    const rows = [projectRow('一号'), projectRow('二号', { totalInvestment: '很多' })]
    const first = await handIn(await filled('projects', {}, { projects: rows }))
    const workbook = await marked(first)
    const place = listOf(workbook).find((row) => row[5] === '须改正')
    const cell = cellOf(workbook, String(place?.[4]), String(place?.[3]))
    expect(cell.value).toBe('很多')
    cell.value = 30000
    const second = await handIn(new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(second.entries[0]?.outcome).toMatchObject({ kind: 'checked', unit: 'xinxing', state: 'green' })
  })

  it('holds texts that look like formulas as texts', async () => {
    const note = '=cmd|/c calc'
    const workbook = await marked(await handIn(await filled('investment', { reported: '约3亿', note }), '=1+1.xlsx'))
    expect([cellOf(workbook, 'F7').value, cellOf(workbook, 'F7').formula]).toEqual([note, undefined])
    expect(listOf(workbook).at(-1)?.[0]).toBe('=1+1.xlsx')
  })

  it('of a file that could not be read says why, and no more', async () => {
    const workbook = await marked(await handIn(hostileFiles['macros']?.().file ?? new Uint8Array()))
    expect(workbook.worksheets.map(({ name }) => name)).toEqual(['来件问题清单'])
    expect(listOf(workbook).at(-1)).toContain('文件含有宏，请另存为不含宏的 .xlsx 后再试')
  })

  it('leaves out what would keep everybody waiting or Excel from opening it', async () => {
    const grid = filledGrid(await gridOf(office, 'investment', 'xinxing'), '新兴街道', { reported: '约3亿' })
    const [sheet] = grid.sheets
    if (!sheet) throw new Error('no sheet')
    const merges = [...sheet.merges, 'A60:Z400']
    const workbook = await marked(await handIn(await workbookOf({ ...grid, sheets: [{ ...sheet, merges }] })))
    expect(noteOf(cellOf(workbook, 'D7'))).toMatch(/^须改正/)
    expect(workbook.getWorksheet(table)?.rowCount).toBeLessThan(100)

    const far = { row: 3900, column: 500, value: '远', style: 'remark', locked: true, format: '@' } as const
    const wide = Array.from({ length: 200 }, (_, n) => ({ ...far, row: 3800 + n, column: 500 }))
    const large = { ...sheet, cells: [...sheet.cells, ...wide], print: { ...sheet.print, onePage: false } }
    const list = await marked(await handIn(await workbookOf({ ...grid, sheets: [large] })))
    expect(list.worksheets.map(({ name }) => name)).toEqual(['来件问题清单'])
  })

  it('is nobody else’s to fetch, and there only for files that are there', async () => {
    const { id } = await handIn(await filled('investment', { reported: '1' }))
    const clerk = await service.signIn('xinxing')
    expect((await clerk.get(`/intake/${id}/entries/1/marked`)).status).toBe(404)
    expect((await office.get(`/intake/${id}/entries/2/marked`)).status).toBe(404)
  })
})
