import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { localCertificate } from '../../../service/src/cli/local-certificate.ts'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'
import { openInFakeExcel } from '../excel-bench.ts'
import { openWorkbook, type FakeExcel } from '../fake-excel/fake-excel.ts'
import { openInExcel, openInExcelOnline } from '../fake-excel/open-in-excel.ts'
import { openStage, type Stage } from '../open-stage.ts'
import { apiClerk } from './api-clerk.ts'
import { columnOf, pane, rowOf, submit, type PanePage } from './excel-clerk.ts'
import { nameOf } from './figures.ts'

/** Hosts that the manifest declares, besides the one of the long story; all of them by `npm run test:hosts`. */
const all = process.env['KAOHE_EXCEL_API'] !== undefined
const hosts = [
  { host: 'Excel on Windows', open: 'desktop', api: '1.9' },
  { host: 'Excel on Windows', open: 'desktop', api: '1.15' },
  { host: 'Excel on the web', open: 'online', api: '1.14' },
  ...(all
    ? [
        { host: 'Excel on the web', open: 'online', api: '1.9' } as const,
        { host: 'Excel on the web', open: 'online', api: '1.15' } as const,
      ]
    : []),
] as const
const units = ['heping', 'xinxing', 'xishan', 'hebei', 'zhanqian']

let demo: Demo
let browser: Browser
let close: Stage['close']
const folder = mkdtempSync(join(tmpdir(), 'kaohe-hosts-'))
beforeAll(async () => {
  // Excel on the web shows add-ins by https only.
  const tls = localCertificate(folder, new Date())
  setDefaultCACertificates([...getCACertificates(), readFileSync(tls.cert, 'utf8')])
  ;({ demo, browser, close } = await openStage(tls))
})
afterAll(async () => {
  await close()
  rmSync(folder, { recursive: true })
})

async function openPane(open: 'desktop' | 'online', api: string, workbook: FakeExcel) {
  const context = await browser.newContext({
    viewport: { width: 400, height: 900 },
    locale: 'zh-CN',
    ignoreHTTPSErrors: true,
  })
  const page = await context.newPage()
  const options = { workbook, excelApi: api, url: `${demo.url}/taskpane.html` }
  const shown: PanePage =
    open === 'online' ? await openInExcelOnline(page, options) : (await openInExcel(page, options), page)
  return { context, shown }
}

describe.each(hosts)('the main job in short, in $host at ExcelApi $api', ({ open, api }) => {
  const unit = units[hosts.findIndex((each) => each.open === open && each.api === api)] ?? 'heping'

  it('refuses what cannot be read, scores what can, submits it, and has written nothing', async () => {
    const clerk = await apiClerk(demo.url, unit, demoPassword)
    const host = await openWorkbook(await clerk.file('investment'), 'investment.xlsx')
    const { context, shown } = await openPane(open, api, host)
    await pane.signIn(shown, unit, demoPassword)
    await pane.total(shown).waitFor()
    const sheet = host.book.active.name
    const address = `${columnOf(host, sheet, '累计完成（申报）')}${String(rowOf(host, sheet, 'B', nameOf(unit)))}`
    host.user.type(sheet, address, '约3亿')
    await pane.todo(shown).getByText('必须改').first().waitFor()
    host.user.type(sheet, address, 6000)
    await pane.todo(shown).getByText('没有需要处理的问题').waitFor()
    await expect.poll(() => pane.card(shown, '固定资产投资').innerText()).toContain('6,000')
    expect((await submit(shown)).number).toMatch(/^2019-\d{6}$/)
    expect(host.writes).toEqual([])
    await context.close()
  })

  it('pulls the ranking into sheets of the office, and again into the same', async () => {
    const sheets = [{ name: '会议材料', protected: false, cells: { A1: { value: '调度会' } } }]
    const host = await openInFakeExcel({ fileName: '办公室.xlsx', sheets, names: {} })
    const { context, shown } = await openPane(open, api, host)
    await pane.signIn(shown, 'office', demoPassword)
    host.asked('拉取排名')
    await shown.getByRole('button', { name: '拉取排名' }).click()
    await shown.getByText(/新建工作表“综合排名-区直”/).waitFor()
    await shown.getByRole('button', { name: '拉取排名' }).click()
    await shown.getByText(/已更新工作表“综合排名-区直”/).waitFor()
    expect(host.book.sheets.map(({ name }) => name)).toEqual(['会议材料', '综合排名-镇街', '综合排名-区直'])
    expect(host.values('综合排名-镇街', 'A1:B60').flat()).toContain(nameOf(unit))
    await context.close()
  })
})

describe('an Excel below ExcelApi 1.9', () => {
  it('shows why the pane cannot run, and the way to the workbench', async () => {
    const sheets = [{ name: '表', protected: false, cells: {} }]
    const { context, shown } = await openPane(
      'desktop',
      '1.8',
      await openInFakeExcel({ fileName: '旧.xlsx', sheets, names: {} }),
    )
    await shown.getByRole('heading', { name: '这台电脑上的 Excel 版本过旧' }).waitFor()
    expect(await shown.getByRole('link', { name: '打开填报台' }).getAttribute('href')).toBe('/workbench')
    await context.close()
  })
})
