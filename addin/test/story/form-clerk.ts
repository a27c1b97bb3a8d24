import type { CellValue } from '@kaohe/shared-rules'
import type { Browser } from 'playwright-core'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'
import type { FakeExcel } from '../fake-excel/fake-excel.ts'
import { apiClerk } from './api-clerk.ts'
import { columnOf, firstRow, openForm, rowOf } from './excel-clerk.ts'
import { nameOf } from './figures.ts'

/** A clerk's own computer: one browser profile, the forms downloaded from the service. */
export async function clerkAt({ demo, browser }: { readonly demo: Demo; readonly browser: Browser }, unit: string) {
  const context = await browser.newContext({ viewport: { width: 400, height: 900 }, locale: 'zh-CN' })
  const account = { username: unit, password: demoPassword }
  const download = await apiClerk(demo.url, unit, demoPassword)
  const open = async (form: string) =>
    openForm(context, { url: demo.url, file: await download.file(form), fileName: `${form}.xlsx`, account })
  return { context, open }
}

const ledgerSheets = { projects: '项目台账', enclaves: '飞地项目台账', grants: '争取资金台账' }

/** Pastes rows into a ledger, from its first row on. */
export const pasteLedger = (
  host: FakeExcel,
  ledger: keyof typeof ledgerSheets,
  rows: readonly (readonly CellValue[])[],
) => host.user.paste(ledgerSheets[ledger], `A${String(firstRow(host, ledger))}`, rows)

/** Types into the row of a unit, in the column that is reported in. */
export function typeReported(
  host: FakeExcel,
  sheet: string,
  unit: string,
  value: CellValue,
  head = '累计完成（申报）',
) {
  const address = `${columnOf(host, sheet, head)}${String(rowOf(host, sheet, 'B', nameOf(unit)))}`
  return { address, done: host.user.type(sheet, address, value) }
}
