import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'
import { openStage, type Stage } from '../open-stage.ts'
import { openMachine } from '../walk/machine.ts'
import { columnOf, pane, rowOf } from './excel-clerk.ts'

const sheet = '固定资产投资任务分解表'

/** As after a deployment: the service answers, and has no script of that name. */
const without = (name: RegExp) => async (page: Page) => {
  await page.route(name, (route) => route.fulfill({ status: 404, body: '{}' }))
}

describe('a pane that was open while the add-in was replaced on the service', () => {
  let demo: Demo
  let browser: Browser
  let close: Stage['close']
  beforeAll(async () => {
    ;({ demo, browser, close } = await openStage())
  })
  afterAll(() => close())

  it('says which part it cannot open any more; once reloaded, what was typed is there and the part opens', async () => {
    const { context, page, host } = await openMachine({
      demo,
      browser,
      username: 'heping',
      form: 'investment',
      before: without(/\/assets\/on-demand/),
    })
    await pane.total(page).waitFor()
    host.user.type(
      sheet,
      `${columnOf(host, sheet, '累计完成（申报）')}${String(rowOf(host, sheet, 'B', '和平街道'))}`,
      6000,
    )
    await page.getByRole('button', { name: '报送', exact: true }).click()
    await page.getByRole('heading', { name: /系统刚更新过，这一部分要重新加载才能打开/ }).waitFor()
    await page.unrouteAll()
    await page.getByRole('button', { name: '重新加载' }).click()
    await page.getByRole('button', { name: '报送', exact: true }).click()
    await page.getByRole('heading', { name: /报送附件1/ }).waitFor()
    expect(await page.getByRole('region', { name: /^报送附件/ }).innerText()).toContain('6,000')
    await context.close()
  })

  it('says the same of the office’s pages, whose words come when a page is first opened', async () => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
    const page = await context.newPage()
    await without(/\/assets\/intake\.zh-CN/)(page)
    await page.goto(`${demo.url}/office`)
    await pane.signIn(page, 'office', demoPassword)
    await page.getByRole('tab', { name: '来件' }).click()
    await page.getByRole('heading', { name: /系统刚更新过/ }).waitFor()
    await page.unrouteAll()
    await page.getByRole('button', { name: '重新加载' }).click()
    await page.getByRole('tab', { name: '来件' }).click()
    await page.getByRole('heading', { name: '来件' }).waitFor()
    await context.close()
  })

  it('writes no half of a ranking when what writes it is missing', async () => {
    const { context, page, host } = await openMachine({
      demo,
      browser,
      username: 'office',
      before: without(/\/assets\/excel-report-create/),
    })
    host.asked('拉取排名')
    await page.getByRole('button', { name: '拉取排名' }).click()
    await page.getByText(/取不到写这张表要用的程序，没有写/).waitFor()
    expect(host.book.sheets.map(({ name }) => name)).toEqual(['会议材料'])
    await context.close()
  })
})
