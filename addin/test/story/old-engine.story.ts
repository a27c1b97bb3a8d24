import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'
import { openInExcel } from '../fake-excel/open-in-excel.ts'
import { openStage, type Stage } from '../open-stage.ts'
import { openMachine } from '../walk/machine.ts'
import { confirm, pane, receiptIn } from './excel-clerk.ts'
import { newerBuiltins, takeNewerAway, thereAgain } from './old-engine.ts'

const built = fileURLToPath(new URL('../../dist/assets', import.meta.url))

/** The engine is this machine's with the functions taken away that it got since; syntax and styles are as they were. */
describe('a browser engine that lacks the functions of the last years', () => {
  let demo: Demo
  let browser: Browser
  let close: Stage['close']
  let context: BrowserContext
  let faults: string[]
  beforeAll(async () => {
    ;({ demo, browser, close } = await openStage())
  })
  afterAll(() => close())
  beforeEach(async () => {
    faults = []
    context = await browser.newContext({ locale: 'zh-CN' })
  })
  afterEach(() => context.close())

  const age = async (page: Page) => {
    page.on('pageerror', ({ message }) => faults.push(message))
    await page.addInitScript(takeNewerAway, newerBuiltins)
  }
  const open = async (path: string) => {
    const page = await context.newPage()
    await age(page)
    await page.goto(demo.url + path)
    return page
  }

  it('opens the workbench and signs in', async () => {
    const page = await open('/workbench')
    await pane.signIn(page, 'hebei', demoPassword)
    await page.getByRole('grid').waitFor()
    expect(faults).toEqual([])
  })

  it('opens the office’s desk and signs in', async () => {
    const page = await open('/office')
    await pane.signIn(page, 'office', demoPassword)
    await page.getByRole('tablist').first().waitFor()
    expect(faults).toEqual([])
  })

  it('opens the dialog of the ribbon', async () => {
    const page = await open('/dialog.html#none')
    await page.locator('#root > *').first().waitFor()
    expect(faults).toEqual([])
  })

  it('runs the pane, which scores, checks and reports, and a command of the ribbon', async () => {
    const {
      page,
      host,
      context: machine,
    } = await openMachine({
      demo,
      browser,
      username: 'heping',
      form: 'investment',
      before: age,
    })
    await pane.total(page).waitFor()
    host.user.type(host.book.active.name, 'D8', 6000)
    await page.getByText('没有需要处理的问题').waitFor()
    await confirm(page)
    expect((await receiptIn(page)).number).toMatch(/^2019-\d{6}$/)
    const runtime = await machine.newPage()
    await age(runtime)
    await openInExcel(runtime, { workbook: host, excelApi: '1.9', url: `${demo.url}/commands.html` })
    await runtime.waitForFunction(() => window.fakeExcelRibbon?.ready())
    await runtime.evaluate(() => window.fakeExcelRibbon?.press('checkForm'))
    await runtime.waitForFunction(() => typeof window.fakeExcelRibbon?.dialog() === 'string')
    expect(faults).toEqual([])
    await machine.close()
  })

  it('is called nothing that it lacks and that the pages do not bring along', async () => {
    const page = await open('/workbench')
    await pane.signIn(page, 'hebei', demoPassword)
    const brought = await page.evaluate(thereAgain, newerBuiltins)
    expect(brought).toContain('toSorted')
    const plain = newerBuiltins.flatMap((one) => (one.plain ? one.names : []))
    const called = readdirSync(built)
      .filter((file) => file.endsWith('.js'))
      .flatMap((file) => {
        const text = readFileSync(`${built}/${file}`, 'utf8')
        return plain.filter((name) => new RegExp(`[^\\w?]${name}\\(`).test(text))
      })
    expect(called.filter((name) => !brought.includes(name))).toEqual([])
  })
})
