import type { Page } from 'playwright-core'
import { demoPassword } from '../../../service/src/cli/open-demo.ts'
import type { FakeExcel } from '../fake-excel/fake-excel.ts'
import { columnOf, confirm, firstRow, pane, receiptIn, rowOf } from '../story/excel-clerk.ts'
import { figures, nameOf } from '../story/figures.ts'
import { projectRow, typed } from '../story/records.ts'
import { openMachine, type Machine, type MachineOptions } from './machine.ts'
import type { Walk } from './walk.ts'

/** Goes through the states a person meets in the pane beside Excel, from the first sign-in on. */
export async function walkThePane({ demo, browser, visit }: Walk): Promise<void> {
  const at = async (options: Omit<MachineOptions, 'demo' | 'browser'>, go: (machine: Machine) => Promise<void>) => {
    const machine = await openMachine({ demo, browser, ...options })
    await go(machine)
    await machine.context.close()
  }
  await at({ username: 'heping', form: 'investment', signedIn: false }, (machine) => fillOneFigure(machine, visit))
  await at({ username: 'xinxing', form: 'projects' }, (machine) => fillLedger(machine, visit))
  await at({ username: 'xishan' }, async ({ page }) => {
    await page.getByRole('heading', { name: '这不是已下达的考核表' }).waitFor()
    await visit('unrecognised', page)
  })
  await at({ username: 'hebei', form: 'investment' }, (machine) => loseTheNetwork(machine, visit))
  const down = async (page: Page) => {
    await page.route('**/api/v1/**', (route) => route.fulfill({ status: 503, body: '{}' }))
  }
  await at({ username: 'zhanqian', form: 'investment', before: down }, async ({ page }) => {
    await page.getByRole('button', { name: '重试' }).waitFor()
    await visit('closed', page)
  })
  await at({ username: 'office' }, async ({ page, host }) => {
    host.asked('拉取排名')
    await page.getByRole('button', { name: '拉取排名' }).waitFor()
    await visit('ranking', page)
    await page.getByRole('button', { name: '拉取排名' }).click()
    await page.getByText(/工作表“综合排名-区直”/).waitFor()
    await visit('ranking-pulled', page)
  })
}

/** Signs in, types what is wrong, doubtful, then right, and submits. */
async function fillOneFigure({ page, host }: Machine, visit: Walk['visit']): Promise<void> {
  await page.getByLabel('账号').waitFor()
  await visit('sign-in', page)
  await pane.signIn(page, 'heping', 'wrong')
  await page.getByText('账号或密码不对').waitFor()
  await visit('wrong-password', page)
  await pane.signIn(page, 'heping', demoPassword)
  await pane.total(page).waitFor()
  await visit('opened', page)

  const report = reported(host, 'heping')
  report('2000万')
  await page.getByText('必须改').first().waitFor()
  await visit('red', page)
  report(22)
  await page.getByText('需说明').first().waitFor()
  await visit('amber', page)
  await page.getByRole('button', { name: /^报送$/ }).click()
  await page.getByRole('textbox').first().waitFor()
  await visit('reasons', page)
  await page.getByRole('button', { name: '返回' }).click()
  report(7323.15)
  await page.getByText('没有需要处理的问题').waitFor()
  await page
    .getByRole('button', { name: /计算过程/ })
    .first()
    .click()
  await visit('working', page)
  await page.getByRole('tab', { name: '得分' }).click()
  await visit('score', page)
  await page.getByRole('tab', { name: '本表' }).click()
  await confirm(page)
  await receiptIn(page)
  await visit('receipt', page)
}

/** Pastes a ledger in which some cells cannot be read. */
async function fillLedger({ page, host }: Machine, visit: Walk['visit']): Promise<void> {
  await pane.total(page).waitFor()
  const raw = figures.find(({ unit }) => unit === 'xinxing')
  if (!raw) throw new Error('xinxing has no figures')
  const rows = raw.projects.map((project, index) =>
    typed({
      ...projectRow(project),
      name: ['光伏组件二期', '智能装备产业园', '液压支架技改', '冷链物流中心'][index] ?? '',
    }),
  )
  const faulty = [
    ...rows,
    typed({
      ...projectRow(raw.projects[0] ?? never()),
      name: '精密铸件',
      totalInvestment: '２，０００',
      startDate: '2019.3.8',
    }),
  ]
  host.user.paste('项目台账', `A${String(firstRow(host, 'projects'))}`, faulty)
  await page.getByText('必须改').first().waitFor()
  await visit('ledger', page)
  await addEvidence(page, visit)
  host.user.type('项目台账', `B${String(firstRow(host, 'projects'))}`, '光伏组件三期')
  await page.getByText(/找不到所属的行/).waitFor()
  await visit('evidence-stray', page)
}

/** Adds to a row without a number what waits for one, and what is no document. */
async function addEvidence(page: Page, visit: Walk['visit']): Promise<void> {
  await page.getByRole('tab', { name: /^项目台账/ }).click()
  await page
    .locator('input[type=file][aria-label$="光伏组件二期"]')
    .setInputFiles([document('光伏组件二期立项批复（海发改〔2019〕18号）.pdf'), document('说明.docx', 'text')])
  await page.getByText(/报送后有了项目编号即自动上传/).waitFor()
  await page.getByText(/没有添加/).waitFor()
  await visit('evidence', page)
}

/** Opens once, loses the network, and submits into the outbox; then the session lapses, too. */
async function loseTheNetwork({ page, host, context }: Machine, visit: Walk['visit']): Promise<void> {
  await pane.total(page).waitFor()
  await context.route('**/api/v1/**', (route) => route.abort())
  await page.reload()
  await page.getByText(/^离线/).waitFor()
  reported(host, 'hebei')(6000)
  await page.getByRole('button', { name: /^报送$/ }).waitFor()
  await visit('offline', page)
  await page.locator('input[type=file]').first().setInputFiles(document('统计报表.pdf'))
  await page.getByText('已保存，尚未上传：网络不通').waitFor()
  await visit('evidence-offline', page)
  await page.getByRole('button', { name: '删除 统计报表.pdf' }).click()
  await page
    .getByText(/尚未上传/)
    .first()
    .waitFor({ state: 'detached' })
  await confirm(page)
  await page.getByRole('button', { name: '现在发送' }).waitFor()
  await visit('waiting', page)
  await context.unroute('**/api/v1/**')
  const lapsed = {
    status: 401,
    contentType: 'application/problem+json',
    body: '{"type":"/problems/not-signed-in","status":401}',
  }
  await context.route('**/api/v1/submissions', (route) => route.fulfill(lapsed))
  await page.getByRole('button', { name: '现在发送' }).click()
  await page.getByRole('alertdialog').waitFor()
  await visit('lapsed', page)
}

const document = (name: string, text = '%PDF-1.4') => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(text),
})

/** Types into the cell 累计完成 of the unit's row. */
function reported(host: FakeExcel, unit: string): (value: string | number) => void {
  const sheet = host.book.active.name
  const address = `${columnOf(host, sheet, '累计完成（申报）')}${String(rowOf(host, sheet, 'B', nameOf(unit)))}`
  return (value) => void host.user.type(sheet, address, value)
}

function never(): never {
  throw new Error('the figures hold no project')
}
