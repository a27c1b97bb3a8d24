import { readFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import { dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openInFakeExcel, selectionOf } from './excel-bench.ts'
import type { FakeExcel } from './fake-excel/fake-excel.ts'
import { openInExcel } from './fake-excel/open-in-excel.ts'
import { launchBrowser } from './launch-browser.ts'

/** A page that knows of nothing but office.js and says what it saw. */
const html = `<!doctype html><script src="/office-js/office.js"></script><script>
  window.said = []
  window.ready = Office.onReady().then(async (info) => {
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async (event) => { said.push([event.address, event.details ? event.details.valueAfter : 'no details']) })
      await context.sync()
    })
    return info.host + ' ' + info.platform
  })
</script>`

let browser: Browser
let server: Server
let url: string

beforeAll(async () => {
  const officeJs = dirname(fileURLToPath(import.meta.resolve('@microsoft/office-js/dist/office.js')))
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://pane').pathname
    const types: Record<string, string> = { '.js': 'text/javascript', '.html': 'text/html; charset=utf-8' }
    response.setHeader('content-type', types[extname(path)] ?? 'text/plain')
    const file = path.startsWith('/office-js/') ? join(officeJs, path.slice('/office-js/'.length)) : undefined
    if (!file) return void response.end(html)
    readFile(file).then(
      (bytes) => response.end(bytes),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  url = `http://127.0.0.1:${String(typeof address === 'object' ? address?.port : address)}/pane.html`
  browser = await launchBrowser()
}, 60_000)

afterAll(async () => {
  await browser.close()
  server.close()
})

describe('a page in the fake Excel', () => {
  let host: FakeExcel
  let page: Page
  beforeEach(async () => {
    const sheets = [{ name: '分解表', protected: true, cells: { A1: { value: '单位' }, B1: { value: 1, open: true } } }]
    host = await openInFakeExcel({ fileName: '附件1.xlsx', sheets, names: {} })
    page = await browser.newPage()
    await openInExcel(page, { workbook: host, excelApi: '1.9', url })
    expect(await page.evaluate('ready')).toBe('Excel PC')
    return () => page.close()
  })

  it('reads the workbook through the real office.js', async () => {
    const values = await page.evaluate(() =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem('分解表').getRange('A1:B1').load('values')
        await context.sync()
        return range.values
      }),
    )
    expect(values).toEqual([['单位', 1]])
    expect(host.writes).toEqual([])
  })

  it('hears of one cell with its value and of a block without', async () => {
    expect(host.user.type('分解表', 'B1', '2000')).toBe('entered')
    await page.waitForFunction('said.length === 1')
    host.user.protectSheet('分解表', false)
    host.user.paste('分解表', 'A2', [['新兴街道', 5]])
    await page.waitForFunction('said.length === 2')
    expect(await page.evaluate('said')).toEqual([
      ['B1', 2000],
      ['A2:B2', 'no details'],
    ])
  })

  it('is refused what lies above the requirement set of the host', async () => {
    const code = await page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.tables.getItem('x').resize('A1:B2')
        await context.sync()
      }).catch((error: { code: string }) => error.code),
    )
    expect(code).toBe('ApiNotFound')
    expect(await page.evaluate(() => Office.context.requirements.isSetSupported('ExcelApi', '1.10'))).toBe(false)
  })

  it('gets the error of a locked cell, and the write is on record', async () => {
    host.asked('the test itself')
    const code = await page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('分解表').getRange('A1').values = [['x']]
        await context.sync()
      }).catch((error: { code: string }) => error.code),
    )
    expect(code).toBe('AccessDenied')
    expect(host.value('分解表', 'A1')).toBe('单位')
    expect(host.writes).toEqual([{ object: 'Range', member: 'Values', place: '分解表!A1' }])
  })

  it('is told that a cell is being edited, or waits for the end of that if it asks to', async () => {
    const read = (delayForCellEdit: boolean) =>
      page.evaluate(
        (delay) =>
          Excel.run({ delayForCellEdit: delay }, async (context) => {
            const range = context.workbook.worksheets.getItem('分解表').getRange('A1').load('values')
            await context.sync()
            return String(range.values[0]?.[0])
          }).catch((error: { code: string }) => error.code),
        delayForCellEdit,
      )
    host.user.startEditing()
    expect(await read(false)).toBe('InvalidOperationInCellEditMode')
    const waiting = read(true)
    host.user.stopEditing()
    expect(await waiting).toBe('单位')
  })

  it('fails loudly on what is not modelled', async () => {
    const message = await page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.application.calculate('Full')
        await context.sync()
      }).catch((error: { message: string }) => error.message),
    )
    expect(message).toBe('fake host: Workbook.Application not modelled')
  })

  it('moves the selection of the person', async () => {
    await page.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem('分解表').getRange('B1').select()
        await context.sync()
      }),
    )
    expect(selectionOf(host)).toEqual({ sheet: '分解表', address: 'B1' })
  })
})
