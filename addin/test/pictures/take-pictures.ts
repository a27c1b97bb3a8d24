import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { demoPassword, openDemo, type Demo } from '../../../service/src/cli/open-demo.ts'
import { launchBrowser } from '../launch-browser.ts'
import { pane } from '../story/excel-clerk.ts'
import { walkThePane } from '../walk/walk-pane.ts'

/** Takes the pictures of the documents from the running pane: `npm run pictures`. Needs a Chinese font on the machine. */
const folder = fileURLToPath(new URL('../../../docs/pictures/', import.meta.url))
const silent = { info: () => undefined, error: console.error }

/** States of the walk that the documents show, and how high the pane is there. */
const shown: Readonly<Record<string, number>> = {
  'sign-in': 480,
  opened: 620,
  red: 640,
  reasons: 560,
  working: 820,
  evidence: 660,
  score: 820,
  ledger: 820,
  receipt: 720,
  offline: 640,
  waiting: 720,
  lapsed: 720,
}

mkdirSync(folder, { recursive: true })
const demo = await openDemo({ port: 0, host: '127.0.0.1', log: silent })
const browser = await launchBrowser()
try {
  await workbench(demo, browser)
  await walkThePane({
    demo,
    browser,
    visit: async (state, page) => {
      const height = shown[state]
      if (height !== undefined) await shoot(page, state, { width: 400, height })
    },
  })
} finally {
  await browser.close()
  await demo.close()
}

/** The form, and the pane beside it. */
async function workbench({ url }: Demo, opened: Browser): Promise<void> {
  const page = await opened.newPage({ locale: 'zh-CN', viewport: { width: 1440, height: 860 } })
  await page.goto(`${url}/workbench`)
  await pane.signIn(page, 'xishan', demoPassword)
  await page.getByRole('grid').waitFor()
  await page.getByRole('gridcell', { selected: true }).first().click()
  await page.keyboard.type('7323.15')
  await page.keyboard.press('Enter')
  await page.getByText('没有需要处理的问题').waitFor()
  await page
    .getByRole('button', { name: /计算过程/ })
    .first()
    .click()
  await shoot(page, 'pane', { width: 1440, height: 860 })
  await page.close()
}

async function shoot(page: Page, name: string, size: { readonly width: number; readonly height: number }) {
  const before = page.viewportSize()
  await page.setViewportSize(size)
  // Nothing half faded in, no caret that happens to blink.
  await page.screenshot({ path: `${folder}${name}.png`, animations: 'disabled', caret: 'hide' })
  if (before) await page.setViewportSize(before)
}
