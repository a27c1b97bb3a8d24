import { formSchema, layoutForm } from '@kaohe/shared-rules'
import { act, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { apiClient } from '../api/client.ts'
import { memoryKeep } from '../api/keep.ts'
import { newSession, sessionStore } from '../features/session/session.ts'
import { preferenceStore } from '../ui/preferences.ts'
import { pack } from '../testing/campaign.ts'
import { watchedSessions } from './watched-sessions.ts'
import { type PanePorts } from './Workbench.tsx'
import { WorkbenchPage } from './WorkbenchPage.tsx'

const folder = join(import.meta.dirname, '../../../shared-rules/packs/haizhou-2019/forms')
const forms = ['1-investment', '2-projects'].map((file) =>
  formSchema.parse(JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8'))),
)
const unit = { id: 'xinxing', name: '新兴街道', pool: 'town', order: 1 }

/** What the service answers to this page, on one machine that may be cut off. */
function service(role: 'clerk' | 'office') {
  const line = { cut: false, file: undefined as unknown }
  const answers: Record<string, unknown> = {
    '/api/v1/me': {
      account: { username: 'xinxing', name: '新兴街道填报员', role, unit: role === 'clerk' ? unit : null },
      clock: { now: '2019-06-18T01:00:00.000Z', demo: true },
      campaign: { id: 'haizhou-2019', title: '2019', year: 2019 },
      windows: [],
      window: null,
    },
    '/api/v1/pack': { pack },
    '/api/v1/units': [unit],
    '/api/v1/forms': forms.map(({ id, annex, title, template, fileName }) => ({
      id,
      annex,
      title,
      template,
      fileName,
    })),
  }
  for (const form of forms) {
    const owner = role === 'clerk' ? 'xinxing' : null
    answers[`/api/v1/forms/${form.id}/grid`] = layoutForm(form, {
      units: [unit],
      targets: { xinxing: { investment: '13000' } },
      totals: { investment: '220000' },
      indicators: [],
      owner,
      sample: true,
    })
  }
  const fetchFn: typeof fetch = async (url) => {
    if (line.cut) throw new TypeError('no network')
    const answer = String(url) === '/api/v1/intake/grid' ? await line.file : answers[String(url)]
    if (answer instanceof Response) return answer
    return answer === undefined ? new Response('{}', { status: 404 }) : Response.json(answer)
  }
  return { fetchFn, line }
}

function opened(role: 'clerk' | 'office' = 'clerk', keep = memoryKeep()) {
  const { fetchFn, line } = service(role)
  const sessions = watchedSessions(sessionStore(localStorage), () => 0)
  const given: PanePorts[] = []
  render(
    <WorkbenchPage
      api={apiClient('', fetchFn)}
      fetchFn={fetchFn}
      keep={keep}
      sessions={sessions}
      preferences={preferenceStore(localStorage, 'zh-CN')}
      pane={(ports) => {
        given.push(ports)
        return <p>窗格</p>
      }}
    />,
  )
  return {
    line,
    keep,
    person: userEvent.setup(),
    signIn: (username = 'xinxing', token = 'token') => act(() => sessions.save(newSession(username, token, 0))),
    signOut: () => act(() => sessions.clear()),
    ports: () => given.at(-1) ?? { workbook: undefined, reportSheets: undefined },
  }
}

describe('the workbench', () => {
  it('shows no form before somebody signs in, and none after signing out', async () => {
    const { signIn, signOut } = opened()
    expect(screen.queryByRole('grid')).toBeNull()
    signIn()
    expect(await screen.findByRole('grid')).toBeDefined()
    signOut()
    expect(screen.queryByRole('grid')).toBeNull()
    expect(screen.getByText('登录后在这里填表')).toBeDefined()
  })

  it('leaves what is open as it is when the same person signs in again', async () => {
    const { signIn, person, ports } = opened()
    signIn()
    await screen.findByRole('grid')
    await person.keyboard('2000{Enter}')
    const before = ports().workbook
    signIn('xinxing', 'another token')
    expect(screen.getByRole('gridcell', { name: '2,000.00' })).toBeDefined()
    expect(ports().workbook).toBe(before)
  })

  it('shows nobody what another person typed', async () => {
    const { signIn, person } = opened()
    signIn()
    await screen.findByRole('grid')
    await person.keyboard('2000{Enter}')
    signIn('heping')
    expect(screen.queryByRole('grid')).toBeNull()
    await screen.findByRole('grid')
    expect(screen.queryByRole('gridcell', { name: '2,000.00' })).toBeNull()
  })

  it('says that the time is one of a demonstration, when the pane is not there to say it', async () => {
    const { signIn, person } = opened()
    signIn()
    await screen.findByRole('grid')
    await person.click(screen.getByRole('button', { name: '收起填报窗格' }))
    expect(screen.getByText('演示时间 2019-06-18 09:00')).toBeDefined()
  })

  it('gives the pane the workbook that is open beside it', async () => {
    const { signIn, person, ports } = opened()
    signIn()
    await screen.findByRole('grid')
    await person.keyboard('2000{Enter}')
    const read = await ports().workbook?.snapshot()
    expect(read?.ok && read.value.sheets[0]?.values.flat()).toContain(2000)
  })

  it('opens another form, and lets the pane see that one', async () => {
    const { signIn, person, ports } = opened()
    signIn()
    await person.selectOptions(await screen.findByRole('combobox', { name: '打开的表' }), 'projects')
    await screen.findByRole('grid', { name: '项目台账' })
    const read = await ports().workbook?.snapshot()
    expect(read?.ok && Object.keys(read.value.names)).toContain('kaohe.projects.t1.projects.name')
  })

  it('brings typed data back after the page was closed, and says so', async () => {
    const first = opened()
    first.signIn()
    await screen.findByRole('grid')
    await first.person.keyboard('2000{Enter}')
    await screen.findByText(/草稿已存在本机浏览器。已保存不等于已报送/)
    first.signOut()
    document.body.replaceChildren()
    const second = opened('clerk', first.keep)
    second.signIn()
    expect(await screen.findByText(/已恢复上次在这台电脑上填写的内容/)).toBeDefined()
    expect(screen.getByRole('gridcell', { name: '2,000.00' })).toBeDefined()
  })

  it('gives the office an empty workbook, in which pulled sheets appear as tabs', async () => {
    const { signIn, ports } = opened('office')
    signIn()
    await screen.findByRole('tab', { name: 'Sheet1' })
    const report = { sheet: '综合排名', table: 't', title: '综合排名', notes: [], columns: [], rows: [] }
    await act(async () => void (await ports().reportSheets?.create(report)))
    expect(screen.getByRole('tab', { name: '综合排名' })).toBeDefined()
  })

  it('says why there is no form without network, and opens it once there is', async () => {
    const { line, signIn, person } = opened()
    line.cut = true
    signIn()
    await screen.findByRole('alert')
    line.cut = false
    await person.click(screen.getByRole('button', { name: '再试一次' }))
    expect(await screen.findByRole('grid')).toBeDefined()
  })

  it('hides the pane and keeps it alive', async () => {
    const { person } = opened()
    await person.click(screen.getByRole('button', { name: '收起填报窗格' }))
    await waitFor(() => expect(screen.queryByRole('separator')).toBeNull())
    expect(screen.getByText('窗格')).toBeDefined()
  })
})

describe('a file of this computer', () => {
  const [form] = forms
  const issued =
    form && layoutForm(form, { units: [unit], targets: {}, totals: {}, indicators: [], owner: 'xinxing', sample: true })
  const own = issued?.sheets[0]?.cells.find(({ locked }) => !locked)
  /** 附件1 as somebody filled it in elsewhere; the service read it. */
  const filled = (value: number) => ({
    recognised: 'investment',
    grid: {
      ...issued,
      sheets: issued?.sheets.map((sheet) => ({
        ...sheet,
        cells: sheet.cells.map((cell) => (cell === own ? { ...cell, value } : cell)),
      })),
    },
  })
  async function ready() {
    const page = opened()
    page.signIn()
    await screen.findByRole('grid')
    const give = async (answer: unknown) => {
      page.line.file = answer
      await page.person.upload(screen.getByLabelText(/本机文件（/), new File(['x'], '我的表.xlsx'))
      await waitFor(() => expect(screen.getByRole('dialog').textContent).not.toContain('正在上传'))
      return screen.getByRole('dialog')
    }
    const close = async () => page.person.click(await screen.findByRole('button', { name: '关闭' }))
    return { ...page, give, close }
  }

  it('fills the open form in one step that undo takes back, and is kept as a draft', async () => {
    const { give, close, person } = await ready()
    expect((await give(filled(3456))).textContent).toContain('已取来 1 格')
    await close()
    expect(await screen.findByRole('gridcell', { name: '3,456.00' })).toBeDefined()
    await screen.findByText(/草稿已存在本机浏览器。已保存不等于已报送/)
    await person.click(screen.getByRole('button', { name: /撤销/ }))
    expect(screen.queryByRole('gridcell', { name: '3,456.00' })).toBeNull()
  })

  it('shows before and after of what it would replace, and leaves it when not wanted', async () => {
    const { give, person } = await ready()
    await person.keyboard('2000{Enter}')
    const dialog = await give(filled(3456))
    expect(dialog.textContent).toMatch(/2,000.*3,456/)
    await person.click(screen.getByRole('button', { name: '取消' }))
    expect(await screen.findByRole('gridcell', { name: '2,000.00' })).toBeDefined()
    await give(filled(3456))
    await person.click(screen.getByRole('button', { name: '取来 1 格' }))
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('已取来 1 格'))
  })

  it('that takes long says so, and changes nothing once it is given up', async () => {
    const { line, person, give } = await ready()
    let read = (_: unknown) => {}
    line.file = new Promise((resolve) => (read = resolve))
    await person.upload(screen.getByLabelText(/本机文件（/), new File(['x'], '我的表.xlsx'))
    expect((await screen.findByRole('dialog')).textContent).toContain('正在上传并读取')
    await person.click(screen.getByRole('button', { name: '取消' }))
    await act(async () => read(filled(3456)))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(screen.queryByRole('gridcell', { name: '3,456.00' })).toBeNull()
    expect((await give(filled(3456))).textContent).toContain('已取来 1 格')
  })

  it('that is another form or cannot be read says so and changes nothing', async () => {
    const { give, close } = await ready()
    expect((await give({ ...filled(1), recognised: 'projects' })).textContent).toContain('附件2')
    await close()
    const problem = { type: '/problems/unreadable-file', detail: '文件有打开密码，请取消密码后再试' }
    expect((await give(Response.json(problem, { status: 422 }))).textContent).toContain('文件有打开密码')
    expect(screen.queryByRole('gridcell', { name: '1.00' })).toBeNull()
  })
})
