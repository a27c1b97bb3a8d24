import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { demoPassword, openDemo } from '../../../service/src/cli/open-demo.ts'
import { launchBrowser } from '../launch-browser.ts'
import { pane } from '../story/excel-clerk.ts'

/** Takes the pictures of the documents from the running workbench: `npm run pictures`. Needs a Chinese font on the machine. */
const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url))
mkdirSync(folder, { recursive: true })
const silent = { info: () => undefined, error: console.error }
const demo = await openDemo({ port: 0, host: '127.0.0.1', log: silent })
const browser = await launchBrowser()
const page = await browser.newPage({ viewport: { width: 1440, height: 860 }, locale: 'zh-CN' })
const shoot = (name: string) => page.screenshot({ path: `${folder}${name}.png` })

await page.goto(`${demo.url}/workbench`)
await pane.signIn(page, 'heping', demoPassword)
await page.getByRole('grid').waitFor()
await type(page, 7, 3, '7323.15')
await page.getByText('没有需要处理的问题').waitFor()
await page
  .getByRole('button', { name: /计算过程/ })
  .first()
  .click()
await shoot('pane')
await page.getByRole('button', { name: /^报送$/ }).click()
await page.getByRole('button', { name: /^确认/ }).waitFor()
await page.getByRole('button', { name: /^确认/ }).click()
await page.getByRole('article', { name: '回执' }).waitFor()
await shoot('receipt')
await browser.close()
await demo.close()

/** Clicks a cell of the grid and types into it. Counted from zero. */
async function type(page: Page, row: number, column: number, text: string): Promise<void> {
  await page.locator(`[data-row="${String(row)}"][data-column="${String(column)}"]`).click()
  await page.keyboard.type(text)
  await page.keyboard.press('Enter')
}
