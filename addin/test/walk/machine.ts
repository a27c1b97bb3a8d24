import type { Browser, BrowserContext, Page } from 'playwright-core'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'
import { apiClerk } from '../story/api-clerk.ts'
import { openWorkbook, type FakeExcel } from '../fake-excel/fake-excel.ts'
import { openInExcel } from '../fake-excel/open-in-excel.ts'
import { openInFakeExcel } from '../excel-bench.ts'

/** One person's computer: a browser profile that may be signed in already, and a form open in Excel. */
export interface Machine {
  readonly context: BrowserContext
  readonly page: Page
  readonly host: FakeExcel
}

export interface MachineOptions {
  readonly demo: Demo
  readonly browser: Browser
  /** Whose computer it is. */
  readonly username: string
  /** The form to download and open; without one an empty workbook is open. */
  readonly form?: string
  readonly signedIn?: boolean
  readonly excelApi?: string
  readonly language?: string
  /** Before the page is opened: what is to go wrong. */
  readonly before?: (page: Page) => Promise<void>
}

/** Opens Excel on a computer of its own, the pane beside the workbook. */
export async function openMachine(options: MachineOptions): Promise<Machine> {
  const { demo, browser, username, form, signedIn = true, excelApi = '1.14', language = 'zh-CN' } = options
  const clerk = await apiClerk(demo.url, username, demoPassword)
  const host = form === undefined ? await emptyWorkbook() : await openWorkbook(await clerk.file(form), `${form}.xlsx`)
  const context = await browser.newContext({ viewport: { width: 400, height: 900 }, locale: language })
  if (signedIn) {
    const session = { username, token: clerk.token, expiresAt: Date.now() + 86_400_000 }
    await context.addInitScript(
      ([key, text]) => {
        if (localStorage.getItem(key) === null) localStorage.setItem(key, text)
      },
      ['kaohe.session', JSON.stringify(session)] as const,
    )
  }
  const page = await context.newPage()
  await options.before?.(page)
  await openInExcel(page, { workbook: host, excelApi, url: `${demo.url}/taskpane.html` })
  return { context, page, host }
}

function emptyWorkbook(): Promise<FakeExcel> {
  const sheets = [{ name: '会议材料', protected: false, cells: { A1: { value: '六月调度会' } } }]
  return openInFakeExcel({ fileName: '会议材料.xlsx', sheets, names: {} })
}
