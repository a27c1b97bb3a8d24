import type { Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { beforeAll, describe, expect, it } from 'vitest'
import { demoPassword } from '../../../../service/src/cli/open-demo.ts'
import type { FakeExcel } from '../../fake-excel/fake-excel.ts'
import { openInFakeExcel } from '../../excel-bench.ts'
import { openInExcel } from '../../fake-excel/open-in-excel.ts'
import { apiClerk } from '../api-clerk.ts'
import { excelApi, pane } from '../excel-clerk.ts'
import { figures } from '../figures.ts'
import { pulledTable, rankingByHand } from '../pulled-ranking.ts'
import { recordsOf } from '../records.ts'
import { patience, throughThePane, type OnStage } from './steps.ts'

/** The office, once all others have reported. */
export function officePullsTheRanking(stage: OnStage): void {
  describe('the office pulls the ranking into its own workbook', () => {
    let host: FakeExcel
    let page: Page
    beforeAll(async () => {
      for (const raw of figures.filter(({ unit }) => !throughThePane.includes(unit))) {
        const clerk = await apiClerk(stage().demo.url, raw.unit, demoPassword)
        for (const record of recordsOf(raw)) await clerk.report(record)
      }
      host = await openInFakeExcel({
        fileName: '办公室.xlsx',
        sheets: [{ name: '会议材料', protected: false, cells: { A1: { value: '七月调度会' } } }],
        names: {},
      })
      const context = await stage().browser.newContext({ viewport: { width: 400, height: 900 }, locale: 'zh-CN' })
      page = await context.newPage()
      await openInExcel(page, { workbook: host, excelApi, url: `${stage().demo.url}/taskpane.html` })
      await pane.signIn(page, 'office', demoPassword)
    })

    const pull = async () => {
      host.asked('拉取排名')
      await page.getByRole('button', { name: '拉取排名' }).click()
      await page.getByText(/工作表“综合排名-区直”/).waitFor(patience)
    }
    it.each([
      ['town', '综合排名-镇街'],
      ['department', '综合排名-区直'],
    ] as const)('every cell is what the raw figures give: %s', async (pool, sheet) => {
      if (pool === 'town') await pull()
      const { head, rows } = pulledTable(host, sheet)
      expect(rows.map((row) => row.slice(0, head.indexOf('标记') + 1))).toEqual(rankingByHand(pool))
      expect(host.values(sheet, 'A1:A8').flat().join('\n')).toMatch(/示例\(非官方\)/)
      expect(host.values(sheet, 'A1:A8').flat().join('\n')).toMatch(/暂定/)
    })

    it('is refreshed in place, and leaves the columns of the office beside it alone', async () => {
      const { top, head } = pulledTable(host, '综合排名-镇街')
      const beside = String.fromCharCode(65 + head.indexOf('标记') + 2)
      host.user.type('综合排名-镇街', `${beside}${String(top + 1)}`, '请到会发言')
      host.user.renameSheet('综合排名-镇街', '镇街（会议用）')
      const sheets = host.book.sheets.length
      host.asked('拉取排名')
      await page.getByRole('button', { name: '拉取排名' }).click()
      await page.getByText(/已更新工作表“镇街（会议用）”/).waitFor(patience)
      // The other pool is written after it.
      await page.getByText(/已更新工作表“综合排名-区直”/).waitFor(patience)
      expect(host.book.sheets).toHaveLength(sheets)
      expect(host.value('镇街（会议用）', `${beside}${String(top + 1)}`)).toBe('请到会发言')
      const refreshed = pulledTable(host, '镇街（会议用）')
      expect(refreshed.rows.map((row) => row.slice(0, head.indexOf('标记') + 1))).toEqual(rankingByHand('town'))
    })

    it('is in the saved file, as another library reads it', async () => {
      const saved = Buffer.from(await host.save())
      for (const [pool, sheet] of [
        ['town', '镇街（会议用）'],
        ['department', '综合排名-区直'],
      ] as const) {
        const rows = await readSheet(saved, sheet)
        const head = rows.findIndex((row) => row[0] === '名次')
        const read = rows.slice(head + 1, head + 1 + rankingByHand(pool).length)
        expect(read.map((row) => row.slice(0, 14).map((value) => value ?? ''))).toEqual(rankingByHand(pool))
      }
    })
  })
}
