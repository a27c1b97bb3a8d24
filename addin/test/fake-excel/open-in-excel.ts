import type { Page } from 'playwright-core'
import type { FakeExcel } from './fake-excel.ts'
import type { HostRequest } from './protocol.ts'
import { installWindowExternal } from './window-external.ts'

/**
 * Opens a page as a task pane of Excel on Windows with this workbook: the page loads the real office.js and knows of nothing.
 * `excelApi` is the set of the host, as `1.9`. To be called before the page was opened anywhere.
 */
export async function openInExcel(
  page: Page,
  { workbook, excelApi, url }: { readonly workbook: FakeExcel; readonly excelApi: string; readonly url: string },
): Promise<void> {
  await page.exposeFunction('fakeExcelAnswer', (request: HostRequest, flags: number) => workbook.answer(request, flags))
  await page.addInitScript(installWindowExternal, {
    documentUrl: `C:\\Users\\clerk\\Documents\\${workbook.book.fileName}`,
    sets: { ExcelApi: excelApi, DelayForCellEdit: '1.1', DialogApi: '1.2', AddinCommands: '1.1', Settings: '1.1' },
  })
  workbook.carry((events) => {
    // A page that was closed or is just loading hears nothing, as in Excel.
    page.evaluate((raised) => window.fakeExcelRaise(raised), events).catch(() => undefined)
  })
  await page.goto(url)
}
