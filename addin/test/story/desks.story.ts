import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'
import { openInFakeExcel } from '../excel-bench.ts'
import type { FakeExcel } from '../fake-excel/fake-excel.ts'
import { openInExcel } from '../fake-excel/open-in-excel.ts'
import { openStage, type Stage } from '../open-stage.ts'
import { twoTownsReport } from './api-clerk.ts'
import { columnOf, excelApi, pane, rowOf } from './excel-clerk.ts'

describe('the desks of the bureaus and of the office', () => {
  let demo: Demo
  let browser: Browser
  let close: Stage['close']
  const page = async (width = 1280): Promise<Page> => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN' })
    const opened = await context.newPage()
    opened.on('pageerror', (error) => {
      throw error
    })
    return opened
  }
  const office = async (username: string) => {
    const opened = await page()
    await opened.goto(`${demo.url}/office`)
    await pane.signIn(opened, username, demoPassword)
    return opened
  }
  beforeAll(async () => {
    ;({ demo, browser, close } = await openStage())
    await twoTownsReport(demo)
  })
  afterAll(() => close())

  it('pulls 核定表 into the bureau’s own workbook in Excel, reads what was typed there, and sends it', async () => {
    const host: FakeExcel = await openInFakeExcel({
      fileName: '财政局核定.xlsx',
      sheets: [{ name: 'Sheet1', protected: false, cells: {} }],
      names: {},
    })
    const excel = await page(320)
    await openInExcel(excel, { workbook: host, excelApi, url: `${demo.url}/taskpane.html` })
    await pane.signIn(excel, 'verify-finance', demoPassword)
    await excel.getByRole('tab', { name: '核定表' }).click()
    host.asked('拉取核定表')
    await excel.getByRole('button', { name: '拉取核定表' }).click()
    await excel.getByText('已写入“核定表”，2 行。').waitFor()

    const at = (head: string, unit: string) =>
      `${columnOf(host, '核定表', head)}${String(rowOf(host, '核定表', 'A', unit))}`
    expect(host.value('核定表', at('申报数', '和平街道'))).toBe(1800)
    host.user.type('核定表', at('处理', '和平街道'), '核减')
    host.user.type('核定表', at('核定数', '和平街道'), '1650.5')
    await excel.getByText('请写理由').waitFor()
    host.user.type('核定表', at('理由', '和平街道'), '退库 149.5 万元')
    await excel.getByRole('button', { name: '提交表里的 1 项结论' }).click()
    await excel.getByText('已提交 1 项结论').waitFor()
  })

  it('approves the rest row by row in a browser, and shows what it comes to', async () => {
    const desk = await office('verify-finance')
    const card = desk.getByRole('article', { name: '新兴街道 附件4' })
    await card.getByRole('button', { name: '认可', exact: true }).press('1')
    await desk.getByRole('button', { name: '提交 1 项结论' }).click()
    await desk.getByText('全部核定完毕').waitFor()
    await desk.getByRole('button', { name: '看全部' }).click()
    await expect
      .poll(() => desk.getByRole('article', { name: '和平街道 附件4' }).innerText())
      .toContain('1,800 → 1,650.5 万元 (−149.5)')
  })

  it('drafts a run, decides for three, signs and publishes, and a unit sees its own figures', async () => {
    const desk = await office('office')
    await desk.getByRole('tab', { name: '测算与奖项' }).click()
    await desk.getByRole('button', { name: '作一次测算' }).click()
    await desk.getByLabel('名称').fill('六月上半月')
    await desk.getByRole('button', { name: '冻结并测算' }).click()
    await desk.getByRole('tab', { name: '奖项', exact: true }).click()
    const budget = desk.getByRole('region', { name: '奖金合计' })
    const before = await budget.innerText()
    await desk.getByRole('button', { name: '裁定名额：“协税护税”工作优胜奖' }).click()
    await desk.getByLabel('3 名').check()
    await desk.getByLabel('决定人').fill('领导小组')
    await desk.getByLabel('理由').fill('完成情况好')
    await desk.getByRole('button', { name: '裁定名额', exact: true }).last().click()
    await desk.getByText('领导小组：完成情况好').waitFor()
    expect(await budget.innerText()).toBe(before)

    await desk.getByRole('tab', { name: '核对与导出' }).click()
    await desk.getByRole('button', { name: '重算核对' }).click()
    await desk.getByText('一致：重算得到同一指纹').waitFor()

    const confirm = (name: string) => desk.getByRole('dialog').getByRole('button', { name }).click()
    await desk.getByRole('button', { name: '签发' }).click()
    await desk.getByLabel('决定人').fill('领导小组')
    await desk.getByLabel('文号').fill('海考〔2019〕2号')
    await confirm('签发')
    const clerk = await office('heping')
    await clerk.getByText('还没有公布的测算').waitFor()
    await desk.getByRole('button', { name: '公布' }).click()
    await confirm('公布')
    await desk.getByText('已公布').waitFor()

    await clerk.getByRole('button', { name: '刷新' }).click()
    const own = clerk.getByRole('region', { name: '本单位' })
    await expect.poll(() => own.innerText()).toContain('1,650.5')
    expect(await clerk.getByRole('region', { name: '获奖名单' }).innerText()).toContain('和平街道')
  })
})
