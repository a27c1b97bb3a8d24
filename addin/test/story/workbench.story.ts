import { read, write } from '@e965/xlsx'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { readSheet } from 'read-excel-file/node'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'
import { openStage, type Stage } from '../open-stage.ts'
import { apiClerk } from './api-clerk.ts'
import { confirm, pane, receiptIn, submit } from './excel-clerk.ts'

const cell = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${String(row)}"][data-column="${String(column)}"]`)

describe('the main job on a machine without Excel', () => {
  let demo: Demo
  let browser: Browser
  let close: Stage['close']
  let page: Page
  const asked: string[] = []
  beforeAll(async () => {
    ;({ demo, browser, close } = await openStage())
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${demo.url}/workbench`)
  })
  afterAll(() => close())

  it('types into the form, is scored at once, undoes with Ctrl+Z, and submits', async () => {
    await pane.signIn(page, 'heping', demoPassword)
    const reported = cell(page, 7, 3)
    await reported.click()
    await page.keyboard.type('6000')
    await page.keyboard.press('Enter')
    // Half of 12000, and 25 points of the 77 that 和平街道 is measured by: 12.5 × 100 ⁄ 77.
    await expect.poll(() => pane.card(page, '固定资产投资').innerText()).toContain('16.23')
    await reported.click()
    await page.keyboard.type('2000万')
    await page.keyboard.press('Enter')
    await expect.poll(() => pane.card(page, '固定资产投资').innerText()).toContain('必须改')
    await page.keyboard.press('Control+z')
    await expect.poll(() => pane.card(page, '固定资产投资').innerText()).toContain('16.23')
    expect((await submit(page)).number).toMatch(/^2019-\d{6}$/)
  })

  it('takes back a paste of 200 cells with one Ctrl+Z, and pastes it again with Ctrl+Y', async () => {
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByRole('combobox', { name: '打开的表' }).selectOption('projects')
    const grid = page.getByRole('grid', { name: '项目台账' })
    await grid.waitFor()
    const names = page.locator('[role=gridcell][data-column="1"]')
    const filled = async () => (await names.allInnerTexts()).filter((text) => /^项目\d+$/.test(text)).length
    // The form opens where figures are typed: the first row of the ledger.
    const first = Number(await page.locator('[role=gridcell][aria-selected=true]').first().getAttribute('data-row'))
    await cell(page, first, 1).click()
    const text = Array.from({ length: 20 }, (_row, row) =>
      [`项目${String(row + 1)}`, '新能源', '新建', 3000 + row, 900, '储备', '', '', '', '本地'].join('\t'),
    ).join('\r\n')
    await page.evaluate((copied) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', copied)
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }))
    }, text)
    const counted = page.getByRole('tab', { name: /项目台账 20/ })
    await counted.waitFor()
    expect(await filled()).toBeGreaterThan(10)
    await page.keyboard.press('Control+z')
    await counted.waitFor({ state: 'detached' })
    expect(await filled()).toBe(0)
    await page.keyboard.press('Control+y')
    await counted.waitFor()
    await page.keyboard.press('Control+z')
    await counted.waitFor({ state: 'detached' })
  })

  it('repeats a block down the rows its handle is dragged over, and takes that back with one Ctrl+Z', async () => {
    const first = Number(await page.locator('[role=gridcell][aria-selected=true]').first().getAttribute('data-row'))
    await cell(page, first, 1).click()
    await page.keyboard.type('光伏组件')
    await page.keyboard.press('Enter')
    await page.keyboard.type('液压支架')
    await page.keyboard.press('Enter')
    await cell(page, first, 1).click()
    await page.keyboard.press('Shift+ArrowDown')
    await page.locator('[data-fill]').hover()
    await page.mouse.down()
    await cell(page, first + 4, 1).hover()
    await page.mouse.up()
    const names = async () => Promise.all([0, 1, 2, 3, 4, 5].map((row) => cell(page, first + row, 1).innerText()))
    await expect.poll(names).toEqual(['光伏组件', '液压支架', '光伏组件', '液压支架', '光伏组件', ''])
    await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(['光伏组件', '液压支架', '', '', '', ''])
    for (let step = 0; step < 2; step += 1) await page.keyboard.press('Control+z')
    await expect.poll(names).toEqual(['', '', '', '', '', ''])
  })

  it('finds a word with Ctrl+F, and saves what is filled in as a file', async () => {
    await page.getByRole('combobox', { name: '打开的表' }).selectOption('investment')
    await page.getByRole('grid', { name: '固定资产投资任务分解表' }).waitFor()
    await page.keyboard.press('Control+f')
    await page.getByRole('textbox', { name: '查找' }).fill('和平')
    await page.keyboard.press('Enter')
    await page.getByRole('status').filter({ hasText: '和平街道' }).first().waitFor()
    await page.keyboard.press('Escape')
    const saving = page.waitForEvent('download')
    await page.getByRole('button', { name: /^下载填好的 Excel 文件/ }).click()
    const file = await readFile(await (await saving).path())
    expect((await readSheet(file, '固定资产投资任务分解表')).flat()).toContain(6000)
  })

  it('goes on with an .xls of this computer: its figures are in the form, and one Ctrl+Z takes them back', async () => {
    const clerk = await apiClerk(demo.url, 'heping', demoPassword)
    const book = read(await clerk.file('investment'))
    const sheet = book.Sheets['固定资产投资任务分解表']
    if (!sheet) throw new Error('no sheet')
    sheet['D8'] = { t: 'n', v: 6543.21 }
    const buffer = Buffer.from(write(book, { bookType: 'biff8', type: 'array' }) as ArrayBuffer)
    await page
      .getByLabel(/^本机文件/)
      .setInputFiles({ name: '五月底的表.xls', mimeType: 'application/vnd.ms-excel', buffer })
    const outcome = page.getByRole('dialog', { name: '五月底的表.xls' })
    await outcome.getByRole('list', { name: '会被代替的格，前后对照' }).getByText('6,543.21').waitFor()
    await outcome.getByRole('button', { name: '取来 1 格' }).click()
    await outcome.getByText(/已取来 1 格/).waitFor()
    await outcome.getByRole('button', { name: '关闭' }).click()
    await expect.poll(() => pane.card(page, '固定资产投资').innerText()).toContain('6,543.21')
    await page.getByRole('grid').click()
    await page.keyboard.press('Control+z')
    await expect.poll(() => pane.card(page, '固定资产投资').innerText()).toContain('6,000')
  })

  it('asks for the password when the session has lapsed, and sends what was kept', async () => {
    const submissions = '**/api/v1/submissions'
    const type = '/problems/not-signed-in'
    await page.route(submissions, (route) =>
      route.fulfill({
        status: 401,
        contentType: 'application/problem+json',
        body: JSON.stringify({ type, status: 401 }),
      }),
    )
    await confirm(page)
    const dialog = page.getByRole('alertdialog', { name: '登录已过期，请重新登录' })
    await dialog.waitFor()
    await page.unroute(submissions)
    await dialog.getByLabel('密码').fill(demoPassword)
    await dialog.getByRole('button', { name: '登录' }).click()
    expect((await receiptIn(page)).number).toMatch(/^2019-\d{6}$/)
    await page.getByRole('button', { name: '返回' }).click()
  })

  it('pulls the ranking as the office, into tabs of the same page', async () => {
    await page.getByRole('button', { name: /账号/ }).click()
    await page.getByRole('menuitem', { name: /退出/ }).click()
    await pane.signIn(page, 'office', demoPassword)
    await page.getByRole('button', { name: '拉取排名' }).click()
    const tab = page.getByRole('tab', { name: '综合排名-镇街' })
    await tab.click()
    await page
      .getByRole('gridcell', { name: /和平街道/ })
      .first()
      .waitFor()
    expect(await page.getByRole('grid').innerText()).toContain('16.23')
  })

  it('never asks for office.js', () => {
    expect(asked.length).toBeGreaterThan(5)
    expect(asked.filter((path) => /office-js|office\.js/.test(path))).toEqual([])
  })
})
