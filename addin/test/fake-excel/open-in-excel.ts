import type { Frame, Page } from 'playwright-core'
import type { FakeExcel } from './fake-excel.ts'
import type { HostRequest } from './protocol.ts'
import { installWindowExternal } from './window-external.ts'
import { installFrame } from './window-frame.ts'

interface OpenOptions {
  readonly workbook: FakeExcel
  /** The set of the host, as `1.9`. */
  readonly excelApi: string
  readonly url: string
}

/**
 * Opens a page as a task pane of Excel on Windows with this workbook: the page loads the real office.js and knows of nothing.
 * To be called before the page was opened anywhere.
 */
export async function openInExcel(page: Page, { workbook, excelApi, url }: OpenOptions): Promise<void> {
  await connect(page, workbook)
  await page.addInitScript(installWindowExternal, {
    documentUrl: `C:\\Users\\clerk\\Documents\\${workbook.book.fileName}`,
    sets: setsOf(excelApi),
  })
  await page.goto(url)
}

/** The same in a frame of Excel on the web. office.js trusts the page around it only by https and on its own host name. */
export async function openInExcelOnline(page: Page, { workbook, excelApi, url }: OpenOptions): Promise<Frame> {
  await connect(page, workbook)
  const around = new URL('/excel-on-the-web.html', url).href
  await page.route(around, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<!doctype html><title>Excel</title>' }),
  )
  await page.goto(around)
  await page.evaluate(installFrame, {
    pane: url,
    documentUrl: `https://kaohe.sharepoint.cn/documents/${encodeURIComponent(workbook.book.fileName)}`,
    sets: setsOf(excelApi),
  })
  const frame = await page.locator('iframe').elementHandle()
  const content = await frame?.contentFrame()
  if (!content) throw new Error('the pane has no frame')
  return content
}

const setsOf = (excelApi: string) => ({
  ExcelApi: excelApi,
  DelayForCellEdit: '1.1',
  DialogApi: '1.2',
  AddinCommands: '1.1',
  Settings: '1.1',
})

async function connect(page: Page, workbook: FakeExcel): Promise<void> {
  await page.exposeFunction('fakeExcelAnswer', (request: HostRequest, flags: number) => workbook.answer(request, flags))
  workbook.carry((events) => {
    // A page that was closed or is just loading hears nothing, as in Excel.
    page.evaluate((raised) => window.fakeExcelRaise(raised), events).catch(() => undefined)
  })
}
