import { demoPassword } from '../../../service/src/cli/open-demo.ts'
import { pane } from '../story/excel-clerk.ts'
import { openWide, type Walk } from './walk.ts'

/** Goes through what a clerk without Excel meets in the workbench. */
export async function walkTheWorkbench({ demo, browser, visit }: Walk): Promise<void> {
  const page = await openWide(browser)
  await page.goto(`${demo.url}/workbench`)
  await page.getByLabel('账号').waitFor()
  await visit('workbench signed out', page)
  await pane.signIn(page, 'xishan', demoPassword)
  await page.getByRole('grid').waitFor()
  await pane.total(page).waitFor()
  await page.getByRole('gridcell', { selected: true }).first().click()
  await page.keyboard.type('2000万')
  await page.keyboard.press('Enter')
  await page.getByText('必须改').first().waitFor()
  await visit('workbench form', page)
  await page.keyboard.press('Control+f')
  await page.getByRole('textbox', { name: '查找' }).fill('街道')
  await page.keyboard.press('Enter')
  await visit('workbench find', page)
  await page.keyboard.press('Escape')
  const file = { name: '通知.xlsx', mimeType: 'application/octet-stream', buffer: Buffer.from('no workbook') }
  await page.getByLabel(/^本机文件/).setInputFiles(file)
  await page.getByText(/没有打开/).waitFor()
  await visit('workbench file refused', page)
  await page.getByRole('button', { name: '关闭' }).click()
  await page.getByRole('combobox', { name: '打开的表' }).selectOption('projects')
  await page.getByRole('grid', { name: '项目台账' }).waitFor()
  await page.keyboard.press('F2')
  await visit('workbench ledger', page)
  await page.context().close()
}
