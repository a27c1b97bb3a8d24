import type { Browser, Page } from 'playwright-core'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'
import { apiClerk, twoTownsReport } from '../story/api-clerk.ts'
import { pane } from '../story/excel-clerk.ts'
import { openWide, type Walk } from './walk.ts'

/** Goes through the desks at `/office`, with something on them. */
export async function walkTheDesks({ demo, browser, visit }: Walk): Promise<void> {
  await twoTownsReport(demo)
  const clerk = await apiClerk(demo.url, 'heping', demoPassword)
  await clerk.addEvidence('tax', 'reported', '入库凭证.pdf')
  await clerk.addEvidence('tax', 'reported', '五月的凭证.pdf', '月份传错了，已换成六月的')
  await runTheOffice({ demo, browser, visit })
  for (const username of ['verify-finance', 'heping']) {
    const page = await deskOf(demo, browser, username)
    await visitTabs(page, username, visit)
    await page.context().close()
  }
}

/** Each place of the page that a tab leads to, tabs inside a place included. */
async function visitTabs(page: Page, of: string, visit: Walk['visit']): Promise<void> {
  const tabs = page.getByRole('main').getByRole('tab')
  // From the last on: those inside a place go away once another place is opened.
  for (const name of (await tabs.allInnerTexts()).toReversed()) {
    await page.getByRole('main').getByRole('tab', { name, exact: true }).click()
    await settled(page)
    await visit(`${of}: ${name}`, page)
  }
}

async function runTheOffice({ demo, browser, visit }: Walk): Promise<void> {
  const page = await deskOf(demo, browser, 'office')
  const places = await page.getByRole('navigation').getByRole('tab').allInnerTexts()
  for (const place of places) {
    await page.getByRole('tab', { name: place, exact: true }).click()
    await settled(page)
    await visit(`office ${place}`, page)
  }
  await page.getByRole('tab', { name: '期次', exact: true }).click()
  await page.getByRole('button', { name: '准许补报' }).first().click()
  await page.getByRole('dialog').waitFor()
  await visit('office dialog with a date', page)
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: '来件', exact: true }).click()
  const clerk = await apiClerk(demo.url, 'hebei', demoPassword)
  const files = [
    {
      name: '河北街道.xlsx',
      mimeType: 'application/octet-stream',
      buffer: Buffer.from(await clerk.file('investment')),
    },
    { name: '坏的.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('no workbook') },
  ]
  await page.getByLabel('选择文件', { exact: true }).setInputFiles(files)
  await page.getByRole('listitem', { name: '河北街道.xlsx' }).waitFor()
  await visit('office files', page)
  await page.getByRole('tab', { name: '测算与奖项', exact: true }).click()
  await page.getByRole('button', { name: '作一次测算' }).click()
  await page.getByLabel('名称').fill('六月上半月')
  await page.getByRole('button', { name: '冻结并测算' }).click()
  await page.getByRole('tab', { name: '核对与导出' }).waitFor()
  await settled(page)
  for (const name of await runTabs(page)) {
    await page.getByRole('tab', { name, exact: true }).click()
    await settled(page)
    await visit(`office run: ${name}`, page)
  }
  await publish(page)
  await visit('office run published', page)
  await page.context().close()
}

async function publish(page: Page): Promise<void> {
  await page.getByRole('button', { name: '签发' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('决定人').fill('领导小组')
  await dialog.getByLabel('文号').fill('纪要1号')
  await dialog.getByRole('button', { name: '签发' }).click()
  await page.getByRole('button', { name: '公布' }).click()
  await dialog.getByRole('button', { name: '公布' }).click()
  await dialog.waitFor({ state: 'detached' })
  // The page behind it is given back to readers a moment later.
  await page.getByRole('main').waitFor()
  await settled(page)
}

/** The tabs of a run, without those of the desk around it. */
async function runTabs(page: Page): Promise<readonly string[]> {
  const own = await page.getByRole('navigation').getByRole('tab').allInnerTexts()
  return (await page.getByRole('tab').allInnerTexts()).filter((name) => !own.includes(name))
}

async function deskOf(demo: Demo, browser: Browser, username: string): Promise<Page> {
  const page = await openWide(browser)
  await page.goto(`${demo.url}/office`)
  await pane.signIn(page, username, demoPassword)
  await page.getByRole('tab').first().waitFor()
  await settled(page)
  return page
}

/** Nothing is on its way, and what came of it is drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.getByRole('progressbar').first().waitFor({ state: 'detached' })
}
