import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword, openDemo, type Demo } from '../../../service/src/cli/open-demo.ts'
import { launchBrowser } from '../launch-browser.ts'
import { confirm, pane, receiptIn, submit } from './excel-clerk.ts'

const silent = { info: () => undefined, error: () => undefined }
const cell = (page: Page, row: number, column: number) =>
  page.locator(`[data-row="${String(row)}"][data-column="${String(column)}"]`)

describe('the main job on a machine without Excel', () => {
  let demo: Demo
  let browser: Browser
  let page: Page
  const asked: string[] = []
  beforeAll(async () => {
    demo = await openDemo({ port: 0, host: '127.0.0.1', log: silent })
    browser = await launchBrowser()
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await page.goto(`${demo.url}/workbench`)
  })
  afterAll(async () => {
    await browser.close()
    await demo.close()
  })

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

  it('asks for the password when the session has lapsed, and sends what was kept', async () => {
    const submissions = '**/api/v1/submissions'
    const type = '/problems/not-signed-in'
    await page.getByRole('button', { name: '返回' }).click()
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
