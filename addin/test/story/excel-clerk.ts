import type { CellValue } from '@kaohe/shared-rules'
import type { BrowserContext, Frame, Page } from 'playwright-core'
import { expect } from 'vitest'
import { openWorkbook, type FakeExcel } from '../fake-excel/fake-excel.ts'
import { openInExcel } from '../fake-excel/open-in-excel.ts'

/** A form open in Excel, with the pane beside it. */
export interface OpenForm {
  readonly host: FakeExcel
  readonly page: Page
}

/** Where the pane is: a page of its own, or in a frame of Excel on the web. */
export type PanePage = Page | Frame

/** The set of ExcelApi in the long story; `npm run test:hosts` goes through all that are declared. */
export const excelApi = process.env['KAOHE_EXCEL_API'] ?? '1.14'

/** What a person does in the pane. Everything is found by what it is called. */
export const pane = {
  signIn: async (page: PanePage, username: string, password: string) => {
    await page.getByLabel('账号').fill(username)
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录' }).click()
  },
  todo: (page: PanePage) => page.getByRole('region', { name: '待处理' }),
  total: (page: PanePage) => page.getByRole('region', { name: '全部指标试算合计' }),
  card: (page: PanePage, indicator: string) => page.getByRole('article', { name: indicator }),
}

/** Opens a downloaded form in Excel; whoever is not signed in yet, signs in. */
export async function openForm(
  context: BrowserContext,
  options: {
    readonly url: string
    readonly file: Uint8Array
    readonly fileName: string
    readonly account: { readonly username: string; readonly password: string }
  },
): Promise<OpenForm> {
  const host = await openWorkbook(options.file, options.fileName)
  const page = await context.newPage()
  page.on('pageerror', (error) => {
    throw error
  })
  await openInExcel(page, { workbook: host, excelApi, url: `${options.url}/taskpane.html` })
  const signIn = page.getByRole('button', { name: '登录' })
  await signIn.or(pane.total(page)).first().waitFor()
  if (await signIn.isVisible()) await pane.signIn(page, options.account.username, options.account.password)
  await pane.total(page).waitFor()
  return { host, page }
}

/** The sheet of that name and the row in which a text stands in a column. */
export function rowOf(host: FakeExcel, sheet: string, column: string, text: string): number {
  for (let row = 1; row <= 80; row += 1) if (host.value(sheet, `${column}${String(row)}`) === text) return row
  throw new Error(`no ${text} in ${sheet}!${column}`)
}

/** The column under a head text, wherever the head stands in the first eight rows. */
export function columnOf(host: FakeExcel, sheet: string, head: string): string {
  const block = host.values(sheet, 'A1:Z8')
  for (const row of block) {
    const column = row.findIndex((value) => typeof value === 'string' && value.replace(/\s/g, '') === head)
    if (column >= 0) return String.fromCharCode(65 + column)
  }
  throw new Error(`no head ${head} in ${sheet}`)
}

/** The first row of a ledger, from the name that the form gives its column 项目名称. */
export function firstRow(host: FakeExcel, ledger: string): number {
  const named = host.book.names.find(({ name }) => name.endsWith(`.${ledger}.name`))
  const row = /\$(\d+):/.exec(named?.refersTo ?? '')?.[1]
  if (row === undefined) throw new Error(`no names for the ledger ${ledger}`)
  return Number(row)
}

/** Submits what the pane shows: writes a sentence at each amber figure, confirms, and returns what the receipt says. */
export async function submit(page: PanePage): Promise<{ readonly number: string; readonly total: string | null }> {
  await confirm(page)
  return receiptIn(page)
}

/** 报送, a sentence at each amber figure, 确认报送. */
export async function confirm(page: PanePage): Promise<void> {
  await page.getByRole('button', { name: /^报送$|^本期无变化，报送$/ }).click()
  const panel = page.getByRole('region', { name: /^报送附件/ })
  await panel.waitFor()
  for (const reason of await panel.getByRole('textbox').all()) await reason.fill('已与台账和凭证核对')
  for (const box of await panel.getByRole('checkbox').all()) await box.check()
  await panel.getByRole('button', { name: /^确认/ }).click()
}

export async function receiptIn(page: PanePage) {
  const receipt = page.getByRole('article', { name: '回执' })
  await receipt.waitFor()
  const text = await receipt.innerText()
  expect(text).toContain('本机试算与区里核算一致')
  const number = /回执编号\s*(\S+)/.exec(text)?.[1] ?? ''
  const total = /试算合计\s*(-?\d+\.\d\d)/.exec(text)?.[1] ?? null
  return { number, total }
}

/** Excel's day number of an ISO date, for typing a date as Excel holds it. */
export const serial = (iso: string): number => Math.round(Date.parse(`${iso}T00:00:00Z`) / 86_400_000) + 25_569

export type Rows = readonly (readonly CellValue[])[]
