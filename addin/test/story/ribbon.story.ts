import type { Browser, BrowserContext } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'
import { openWorkbook, type FakeExcel } from '../fake-excel/fake-excel.ts'
import { openInExcel } from '../fake-excel/open-in-excel.ts'
import { openStage, type Stage } from '../open-stage.ts'
import { columnOf, pane, receiptIn, rowOf } from './excel-clerk.ts'

const sheet = '固定资产投资任务分解表'
const unit = '河北街道'

describe('the ribbon without the pane, and two windows of Excel', () => {
  let demo: Demo
  let browser: Browser
  let close: Stage['close']
  let context: BrowserContext
  let file: Uint8Array
  beforeAll(async () => {
    ;({ demo, browser, close } = await openStage())
    context = await browser.newContext({ viewport: { width: 320, height: 800 }, locale: 'zh-CN' })
    const page = await context.newPage()
    await page.goto(`${demo.url}/workbench`)
    await pane.signIn(page, 'hebei', demoPassword)
    await page.getByRole('grid').waitFor()
    const kept = await page.evaluate(() => localStorage.getItem('kaohe.session'))
    const { token } = JSON.parse(kept ?? '{}') as { token: string }
    const answer = await fetch(`${demo.url}/api/v1/forms/investment/workbook`, {
      headers: { authorization: `Bearer ${token}` },
    })
    file = new Uint8Array(await answer.arrayBuffer())
    await page.close()
  })
  afterAll(() => close())

  const open = async (host: FakeExcel, path: string) => {
    const page = await context.newPage()
    await openInExcel(page, { workbook: host, excelApi: '1.9', url: demo.url + path })
    return page
  }
  const type = (host: FakeExcel, value: string | number) => {
    const column = columnOf(host, sheet, '累计完成（申报）')
    expect(host.user.type(sheet, `${column}${String(rowOf(host, sheet, 'B', unit))}`, value)).toBe('entered')
  }

  it('says in a dialog what stands open, and sends nothing; all green, it sends and shows the receipt', async () => {
    const host = await openWorkbook(file, '附件1.xlsx')
    const runtime = await open(host, '/commands.html')
    await runtime.waitForFunction(() => window.fakeExcelRibbon?.ready())
    const press = async (command: string) => {
      await runtime.evaluate((name) => window.fakeExcelRibbon?.press(name), command)
      await runtime.waitForFunction(() => typeof window.fakeExcelRibbon?.dialog() === 'string')
      const dialog = await context.newPage()
      await dialog.goto((await runtime.evaluate(() => window.fakeExcelRibbon?.dialog())) ?? '')
      const close = async () => {
        await dialog.close()
        await runtime.evaluate(() => window.fakeExcelRibbon?.closeDialog())
        await runtime.waitForFunction(() => window.fakeExcelRibbon?.completed())
      }
      return { dialog, close }
    }
    type(host, 22)
    const asked = await press('submitForm')
    await asked.dialog.getByText(/还有 1 处要处理，没有报送/).waitFor()
    await asked.dialog.getByText(/是否为 220000 万元/).waitFor()
    await asked.close()
    type(host, 5000)
    const sent = await press('submitForm')
    expect((await receiptIn(sent.dialog)).number).toMatch(/^2019-\d{6}$/)
    // On paper the receipt alone, black whatever the theme.
    await sent.dialog.emulateMedia({ media: 'print', colorScheme: 'dark' })
    expect(await sent.dialog.getByRole('button', { name: '打印' }).isVisible()).toBe(false)
    const number = sent.dialog.getByRole('article').locator('strong')
    expect(await number.isVisible()).toBe(true)
    expect(await number.evaluate((element) => getComputedStyle(element).color)).toBe('rgb(0, 0, 0)')
    await sent.close()
    expect(host.writes).toEqual([])
  })

  it('follows the theme of Excel while it is open, the browser’s own controls included', async () => {
    const host = await openWorkbook(file, '附件1.xlsx')
    const page = await open(host, '/taskpane.html')
    await pane.total(page).waitFor()
    const look = () => page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
    expect(await look()).toBe('light')
    await page.evaluate(() => window.fakeExcelTheme?.(0x262626))
    await expect.poll(look, { timeout: 15_000 }).toBe('dark')
    await page.close()
  })

  it('has all it needs once it is open: without network the last look and the score open', async () => {
    const host = await openWorkbook(file, '附件1.xlsx')
    const page = await open(host, '/taskpane.html')
    await pane.total(page).waitFor()
    await page.waitForLoadState('networkidle')
    type(host, 4900)
    await context.setOffline(true)
    try {
      await page.getByRole('button', { name: '报送', exact: true }).click()
      await page.getByRole('heading', { name: /报送附件1/ }).waitFor()
      await page.getByRole('button', { name: '返回' }).click()
      await page.getByRole('tab', { name: '得分' }).click()
      await page.getByRole('list', { name: '各指标得分' }).waitFor()
    } finally {
      await context.setOffline(false)
    }
    await page.close()
  })

  it('keeps the sentences and the receipts of two windows apart', async () => {
    const first = await openWorkbook(file, '附件1 甲.xlsx')
    const second = await openWorkbook(file, '附件1 乙.xlsx')
    const [one, other] = [await open(first, '/taskpane.html'), await open(second, '/taskpane.html')]
    for (const [host, page] of [
      [first, one],
      [second, other],
    ] as const) {
      await pane.total(page).waitFor()
      type(host, 22)
      await page.getByRole('button', { name: /是否为 220000 万元/ }).waitFor()
      await page.getByRole('button', { name: '报送', exact: true }).click()
    }
    for (const reason of await one.getByRole('textbox', { name: /说明/ }).all()) await reason.fill('甲的说明')
    expect(await other.getByRole('textbox', { name: /说明/ }).first().inputValue()).toBe('')
    await one.getByRole('button', { name: /^确认/ }).click()
    await receiptIn(one)
    await other.reload()
    await pane.total(other).waitFor()
    expect(await other.getByRole('article', { name: '回执' }).count()).toBe(0)
  })
})
