import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { formOf, signIn } from './testing/pane.tsx'

vi.setConfig({ testTimeout: 20_000 })

const sheet = '固定资产投资任务分解表'

async function openSubmit() {
  await userEvent.click(await screen.findByRole('button', { name: '报送' }))
  return screen.findByRole('heading', { name: /报送附件/ })
}
const confirm = async () => userEvent.click(await screen.findByRole('button', { name: '确认报送' }))

/** 新兴街道 with a figure in 附件1, ready to press. */
async function ready(figure: number | string = 12900) {
  const clerk = formOf('investment', 'xinxing')
  const page = clerk.open()
  await signIn('xinxing')
  await screen.findByRole('article', { name: '固定资产投资' })
  await clerk.enter(sheet, 'D7', [[figure]])
  await waitFor(() => expect(screen.queryByText('未填', { selector: 'article *' })).toBeNull())
  return { clerk, page }
}

describe('ClerkDesk', () => {
  it('says what is not reported yet, lists it, and gives a receipt with both sides agreeing', async () => {
    const { clerk } = await ready()
    expect(screen.getByText('已保存 ≠ 已报送：尚未报送')).toBeTruthy()
    await openSubmit()
    expect(screen.getByRole('list', { name: '首次报送的内容' }).textContent).toContain('12,900')
    await confirm()
    expect(await screen.findByText('2019-000001')).toBeTruthy()
    expect(screen.getByText('本机试算与区里核算一致')).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '返回' }))
    expect(await screen.findByText(/本期已报送/)).toBeTruthy()
    await clerk.enter(sheet, 'D7', [[13000]])
    expect(await screen.findByText('已保存 ≠ 已报送：1 处未报送')).toBeTruthy()
    expect(clerk.writes).toEqual([])
  })

  it('keeps the account menu that was there first, so that a click on it is not lost while the workbook is read', async () => {
    const clerk = formOf('investment', 'xinxing')
    let known = () => {}
    clerk.host.describes = new Promise((resolve) => (known = resolve))
    clerk.open()
    await signIn('xinxing')
    const menu = await screen.findByRole('button', { name: /^账号：/ })
    known()
    await screen.findByRole('article', { name: '固定资产投资' })
    expect(screen.getByRole('button', { name: /^账号：/ })).toBe(menu)
    await userEvent.click(menu)
    await userEvent.click(await screen.findByRole('menuitem', { name: '历次报送' }))
    expect(screen.getByRole('button', { name: /^账号：/ })).toBe(menu)
  })

  it('shows before and after of what changed since the last receipt', async () => {
    const { clerk } = await ready()
    await openSubmit()
    await confirm()
    await userEvent.click(await screen.findByRole('button', { name: '返回' }))
    await clerk.enter(sheet, 'D7', [[13000]])
    await screen.findByText(/1 处未报送/)
    await openSubmit()
    const changes = screen.getByRole('list', { name: '与上次回执相比的变化' })
    expect(changes.textContent).toContain('12,900')
    expect(changes.textContent).toContain('13,000')
  })

  it('does not send while something is red', async () => {
    await ready('约3亿')
    await screen.findByRole('button', { name: /必须改.*约3亿/ })
    await openSubmit()
    expect(screen.getByText('有 1 处必须改，改好才能报送')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '确认报送' }).disabled).toBe(true)
  })

  it('lets an amber figure go only with its sentence, which travels along', async () => {
    const { clerk } = await ready(1.29)
    const amber = await screen.findAllByText('需说明')
    expect(amber.length).toBeGreaterThan(0)
    await openSubmit()
    const send = screen.getByRole<HTMLButtonElement>('button', { name: '确认报送' })
    expect(send.disabled).toBe(true)
    for (const field of screen.getAllByRole('textbox', { name: /说明/ })) await userEvent.type(field, '已与统计局核对')
    expect(send.disabled).toBe(false)
    await userEvent.click(send)
    await screen.findByText('2019-000001')
    expect(Object.values(clerk.service.state.submissions[0]?.reasons ?? {})).toContain('已与统计局核对')
  })

  it('shows cells of other units as not sent', async () => {
    const clerk = formOf('investment', 'xinxing')
    const { sheets } = clerk.book.state()
    const first = sheets[0]
    if (!first) throw new Error('no sheet')
    clerk.book.putSheet({
      ...first,
      protected: false,
      rows: first.rows.map((row) => row.map((cell) => cell && { ...cell, locked: false })),
    })
    clerk.open()
    await signIn('xinxing')
    await screen.findByRole('article', { name: '固定资产投资' })
    await clerk.enter(sheet, 'D7', [[12900], [5]])
    await screen.findByText('28.51')
    await openSubmit()
    expect(within(screen.getByRole('region', { name: /^不会提交/ })).getByRole('button', { name: /D8/ })).toBeTruthy()
  })

  it('keeps the report while there is no network, says so, and sends it when asked', async () => {
    const { clerk } = await ready()
    await openSubmit()
    clerk.service.state.line = 'cut'
    await confirm()
    expect(await screen.findByText('本机有 1 件等待发送')).toBeTruthy()
    expect(screen.getByText(/有报送件在本机等待发送/)).toBeTruthy()
    clerk.service.state.line = 'up'
    await userEvent.click(screen.getByRole('button', { name: '现在发送' }))
    expect(await screen.findByText('2019-000001')).toBeTruthy()
  })

  it('gets the same receipt after being killed between request and answer', async () => {
    const { clerk, page } = await ready()
    await openSubmit()
    clerk.service.state.line = 'cut-after-arrival'
    await confirm()
    await screen.findByText('本机有 1 件等待发送')
    page.unmount()
    clerk.service.state.line = 'up'
    clerk.open()
    expect(await screen.findByText('2019-000001')).toBeTruthy()
    expect(clerk.service.state.submissions).toHaveLength(1)
  })

  it('keeps everything when the session has lapsed, and goes on once signed in again', async () => {
    const { clerk } = await ready()
    await openSubmit()
    clerk.service.state.lapsed = true
    await confirm()
    // Found by its words: without layout the focus trap may take the dialog for out of view, and hide it from readers.
    await screen.findByText('登录已过期，请重新登录')
    await userEvent.type(screen.getByLabelText('密码'), 'right password')
    await userEvent.click(screen.getByText('登录', { selector: 'button' }))
    expect(await screen.findByText('2019-000001')).toBeTruthy()
  })

  it('fetches anew and asks for another look when what it computed from is outdated', async () => {
    const { clerk } = await ready()
    await openSubmit()
    clerk.service.state.revision += 1
    await confirm()
    expect(await screen.findByText(/任务数或其他表的数据刚有变化/)).toBeTruthy()
    await openSubmit()
    await confirm()
    expect(await screen.findByText('2019-000001')).toBeTruthy()
  })

  it.each([
    ['window-closed', /本报送期已截止/],
    ['parity-mismatch', /本机试算与区里核算不一致/],
    ['pack-outdated', /区里的规则已更新/],
  ])('says what %s means for the person', async (type, sentence) => {
    const { clerk } = await ready()
    clerk.service.state.refuseNext = { status: 409, type }
    await openSubmit()
    await confirm()
    expect(await screen.findByText(sentence)).toBeTruthy()
  })

  it('reports that nothing changed in one press', async () => {
    const { clerk } = await ready()
    await openSubmit()
    await confirm()
    await userEvent.click(await screen.findByRole('button', { name: '返回' }))
    await screen.findByText(/本期已报送/)
    await openSubmit()
    await userEvent.click(await screen.findByRole('button', { name: '确认按“本期无变化”报送' }))
    expect(await screen.findByText('2019-000002')).toBeTruthy()
    expect(clerk.service.state.submissions).toHaveLength(2)
  })

  it('asks to end editing a cell before it sends', async () => {
    const { clerk } = await ready()
    await openSubmit()
    clerk.host.refuses = { kind: 'cell-being-edited' }
    await confirm()
    expect(await screen.findByText(/请先按 Enter 结束单元格编辑/)).toBeTruthy()
    expect(clerk.service.state.submissions).toEqual([])
  })

  it('writes issued project numbers only when asked', async () => {
    const clerk = formOf('enclave', 'xinxing')
    clerk.open()
    await signIn('xinxing')
    await screen.findByRole('tab', { name: /飞地/ })
    const ledger = clerk.book.state().sheets[1]
    if (!ledger) throw new Error('no ledger')
    const row = ['沈阳转移项目', '沈阳市于洪区', 50, 50, 3000, 43586]
    await clerk.enter(ledger.name, 'B6', [row])
    await screen.findByRole('tab', { name: /飞地.* 1$/ })
    await openSubmit()
    for (const field of screen.queryAllByRole('textbox', { name: /说明/ })) await userEvent.type(field, '属实')
    await confirm()
    await screen.findByText('2019-000001')
    await userEvent.click(screen.getByRole('button', { name: '返回' }))
    const write = await screen.findByRole('button', { name: '写入项目编号' })
    expect(clerk.writes).toEqual([])
    await userEvent.click(write)
    await waitFor(() => expect(screen.queryByRole('button', { name: '写入项目编号' })).toBeNull())
    expect(clerk.writes).toEqual([{ sheet: ledger.name, address: 'A6' }])
  })
})
