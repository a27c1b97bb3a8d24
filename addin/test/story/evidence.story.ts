import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoPassword, type Demo } from '../../../service/src/cli/open-demo.ts'
import { openStage, type Stage } from '../open-stage.ts'
import { faultsOf } from '../walk/axe.ts'
import { openMachine, type Machine } from '../walk/machine.ts'
import { widestOverflow } from '../walk/overflow.ts'
import { apiClerk } from './api-clerk.ts'
import { confirm, firstRow, pane, receiptIn } from './excel-clerk.ts'
import { figures } from './figures.ts'
import { projectRow, typed } from './records.ts'

/** A document of one empty page, as a scanner might make it. */
const approval = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`
const hash = createHash('sha256').update(approval).digest('hex')

interface Seen {
  readonly item: string
  readonly name: string
  readonly sha256: string
}

/** Drags a file of this computer over the page and lets go in the middle of something, as a person does. */
async function dropFile(page: Page, file: string, place: Locator): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const box = await place.boundingBox()
  if (!box) throw new Error('nowhere to drop it')
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const data = { items: [], files: [file], dragOperationsMask: 1 }
  for (const type of ['dragEnter', 'dragOver', 'dragOver', 'drop'] as const) {
    await devtools.send('Input.dispatchDragEvent', { type, ...at, data })
    // What takes the file appears under it.
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  }
  await devtools.detach()
}

describe('evidence beside a row', () => {
  let demo: Demo
  let browser: Browser
  let close: Stage['close']
  let machine: Machine
  const folder = mkdtempSync(join(tmpdir(), 'kaohe-evidence-'))
  const file = join(folder, '光伏组件二期立项批复.pdf')
  const row = (page: Page) => page.getByRole('listitem').filter({ hasText: '光伏组件二期' }).first()
  const stored = async () => {
    const clerk = await apiClerk(demo.url, 'xinxing', demoPassword)
    return ((await clerk.get('/api/v1/evidence')) as { evidence: readonly Seen[] }).evidence
  }
  beforeAll(async () => {
    ;({ demo, browser, close } = await openStage())
    writeFileSync(file, approval)
    machine = await openMachine({ demo, browser, username: 'xinxing', form: 'projects' })
  })
  afterAll(async () => {
    await close()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is kept on this machine as long as the row has no number, and a drop beside every row leaves the pane alone', async () => {
    const { page, host } = machine
    await pane.total(page).waitFor()
    const raw = figures.find(({ unit }) => unit === 'xinxing')?.projects ?? []
    const rows = raw
      .slice(1, 3)
      .map((project, index) => typed({ ...projectRow(project), name: ['光伏组件二期', '冷链物流中心'][index] ?? '' }))
    host.user.paste('项目台账', `A${String(firstRow(host, 'projects'))}`, rows)
    await page.getByRole('tab', { name: /^项目台账/ }).click()
    await page.getByRole('button', { name: '添加佐证材料：光伏组件二期' }).waitFor()
    await dropFile(page, file, page.getByRole('banner').or(page.getByRole('tablist')).first())
    await dropFile(page, file, row(page))
    await page.getByText('已保存，尚未上传：报送后有了项目编号即自动上传').waitFor()
    expect(await row(page).innerText()).toContain('光伏组件二期立项批复.pdf')
    expect(await faultsOf(page)).toEqual([])
    expect(await stored()).toEqual([])
  })

  it('outlives the pane, and is there once when the report has got its number and the network is back', async () => {
    const { page, context } = machine
    await page.reload()
    await page.getByRole('tab', { name: /^项目台账/ }).click()
    await row(page).getByText('光伏组件二期立项批复.pdf').waitFor()
    await context.route('**/api/v1/evidence', (route) => route.abort())
    await confirm(page)
    await receiptIn(page)
    await page.getByRole('button', { name: '返回' }).click()
    await page.getByRole('tab', { name: /^项目台账/ }).click()
    await row(page).getByText('已保存，尚未上传：网络不通').waitFor()
    await page.setViewportSize({ width: 320, height: 600 })
    expect([await faultsOf(page), await page.evaluate(widestOverflow)]).toEqual([[], 0])
    await page.setViewportSize({ width: 400, height: 900 })

    await context.unroute('**/api/v1/evidence')
    await page.reload()
    await page.getByRole('tab', { name: /^项目台账/ }).click()
    await row(page).getByRole('button', { name: '撤回 光伏组件二期立项批复.pdf' }).waitFor()
    expect(await stored()).toMatchObject([{ name: '光伏组件二期立项批复.pdf', sha256: hash }])
    expect((await stored())[0]?.item).toMatch(/^2-\d\d-\d{4}$/)
  })

  it('lies beside the number at the bureau, byte for byte, and stays there struck through once it is withdrawn', async () => {
    const context = await browser.newContext({ viewport: { width: 640, height: 800 }, locale: 'zh-CN' })
    const desk = await context.newPage()
    await desk.goto(`${demo.url}/office`)
    await pane.signIn(desk, 'verify-drc', demoPassword)
    const report = desk.getByRole('article', { name: '新兴街道 附件2' })
    await report.getByText('佐证材料 1 份').waitFor()
    await report.getByText('无佐证材料').waitFor()
    await desk.getByRole('button', { name: '无佐证材料 1' }).click()
    await report.getByText('冷链物流中心').waitFor()
    expect(await report.innerText()).not.toContain('光伏组件二期')
    await desk.getByRole('button', { name: '全部 2' }).click()
    expect(await faultsOf(desk)).toEqual([])
    const saving = desk.waitForEvent('download')
    await report.getByRole('button', { name: '光伏组件二期立项批复.pdf' }).click()
    const saved = await readFile(await (await saving).path())
    expect(createHash('sha256').update(saved).digest('hex')).toBe(hash)

    const { page } = machine
    await row(page).getByRole('button', { name: /^撤回/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('撤回的理由').fill('传错了文件')
    await dialog.getByRole('button', { name: '撤回', exact: true }).click()
    await row(page)
      .getByText(/^已撤回（.*）：传错了文件$/)
      .waitFor()

    await desk.getByRole('button', { name: '刷新' }).click()
    await report.getByText(/^已撤回（.*）：传错了文件$/).waitFor()
    expect(await report.locator('s').innerText()).toBe('光伏组件二期立项批复.pdf')
    await context.close()
  })
})
