import { layoutForm } from '@kaohe/shared-rules'
import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { forms, openedWorkbench, unit } from '../testing/workbench-page.tsx'

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
    const page = openedWorkbench()
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
