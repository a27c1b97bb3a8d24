import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { issued } from './testing/campaign.ts'
import { formOf, machine, signIn } from './testing/pane.tsx'
import { bookOfGrid } from './workbench/book-of-grid.ts'

const sheet = '固定资产投资任务分解表'
const card = (name: string) => screen.findByRole('article', { name })

vi.setConfig({ testTimeout: 20_000 })

/** jsdom lays nothing out; the virtual list has to be told that it is as high as seven rows. */
beforeAll(() => {
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 490 },
    offsetHeight: { configurable: true, get: () => 70 },
  })
})

describe('App', () => {
  it('says that the password is wrong and lets the person try again', async () => {
    formOf('investment', 'xinxing').open()
    await signIn('xinxing', 'wrong')
    expect(await screen.findByText(/账号或密码不对/)).toBeTruthy()
  })

  it('keeps a person signed in who comes back every few days', async () => {
    const clerk = formOf('investment', 'xinxing')
    const first = clerk.open()
    await signIn('xinxing')
    await card('固定资产投资')
    first.unmount()
    const { token } = JSON.parse(localStorage.getItem('kaohe.session') ?? '{}') as { token: string }
    const almost = Date.parse('2026-01-01T00:00:00Z') + 60_000
    localStorage.setItem('kaohe.session', JSON.stringify({ username: 'xinxing', token, expiresAt: almost }))
    clerk.open()
    await card('固定资产投资')
    const { expiresAt } = JSON.parse(localStorage.getItem('kaohe.session') ?? '{}') as { expiresAt: number }
    expect(expiresAt - almost).toBeGreaterThan(6 * 24 * 60 * 60 * 1000)
  })

  it('says which form, unit and window it sees, what is due when, and that the time is a demonstration', async () => {
    formOf('investment', 'xinxing').open()
    await signIn('xinxing')
    expect(await screen.findByRole('heading', { name: '新兴街道' })).toBeTruthy()
    expect(await screen.findByText(/附件1 海州区2019年固定资产投资任务分解表/)).toBeTruthy()
    expect(screen.getByText(/6月上半月 · 截止 06-18 17:30/)).toBeTruthy()
    expect(screen.getByText('演示时间 2019-06-18 09:00')).toBeTruthy()
  })

  it('scores a figure as it is typed, with its working and clause on demand', async () => {
    const clerk = formOf('investment', 'xinxing')
    clerk.open()
    await signIn('xinxing')
    const investment = await card('固定资产投资')
    expect(within(investment).getByText(/待定/)).toBeTruthy()
    await clerk.enter(sheet, 'D7', [[12900]])
    expect(await within(investment).findByText('28.51')).toBeTruthy()
    expect(within(investment).getByText('完成 99.2%')).toBeTruthy()
    expect(within(investment).getByText('确定')).toBeTruthy()
    await userEvent.click(within(investment).getByRole('button', { name: '计算过程' }))
    expect(within(investment).getByText(/依据[:：]\s*四\(二\)/)).toBeTruthy()
    expect(screen.getAllByText('示例(非官方)').length).toBeGreaterThan(0)
  })

  it('withholds the score of a text in a number cell, says what would pass, and leads to the cell', async () => {
    const clerk = formOf('investment', 'xinxing')
    clerk.open()
    await signIn('xinxing')
    await card('固定资产投资')
    await clerk.enter(sheet, 'D7', [['约3亿']])
    const finding = await screen.findByRole('button', { name: /必须改.*约3亿/ })
    expect(within(await card('固定资产投资')).getByText(/待定/)).toBeTruthy()
    await clerk.select(sheet, 'A1')
    await userEvent.click(finding)
    expect(clerk.selection()).toMatchObject({ sheet, active: { row: 6, column: 3 } })
  })

  it('follows the selected cell', async () => {
    const clerk = formOf('investment', 'xinxing')
    clerk.open()
    await signIn('xinxing')
    const investment = await card('固定资产投资')
    await clerk.select(sheet, 'A1')
    await waitFor(() => expect(investment.getAttribute('aria-current')).toBeNull())
    await clerk.select(sheet, 'D7')
    await waitFor(() => expect(investment.getAttribute('aria-current')).toBe('true'))
  })

  it('names the header it misses in a form it cannot recognise', async () => {
    const grid = issued('investment', 'xinxing')
    const book = bookOfGrid({
      ...grid,
      names: {},
      sheets: grid.sheets.map((one) => ({
        ...one,
        cells: one.cells.map((cell) => (cell.value === '累计完成（申报）' ? { ...cell, value: '数' } : cell)),
      })),
    })
    machine(book).open()
    await signIn('xinxing')
    expect(await screen.findByText('这不是已下达的考核表')).toBeTruthy()
    expect(screen.getAllByText(/“固定资产投资 \/ 累计完成（申报）”/).length).toBeGreaterThan(0)
  })

  it('says by which clause a unit takes no part', async () => {
    formOf('funds', 'finance').open()
    await signIn('finance')
    const funds = await card('争取资金')
    expect(within(funds).getByText('不参加')).toBeTruthy()
    expect(within(funds).getByText(/四\(二\)/)).toBeTruthy()
    expect(screen.getByText('本单位没有本表任务，不需报送')).toBeTruthy()
  })

  it('keeps what it shows while a cell is being edited, and goes on by itself', async () => {
    const clerk = formOf('investment', 'xinxing')
    clerk.open()
    await signIn('xinxing')
    const investment = await card('固定资产投资')
    clerk.host.refuses = { kind: 'cell-being-edited' }
    await clerk.enter(sheet, 'D7', [[13000]])
    expect(await screen.findByText(/正在编辑单元格/)).toBeTruthy()
    expect(investment.isConnected).toBe(true)
    clerk.host.refuses = null
    expect(await within(investment).findByText('28.74')).toBeTruthy()
    expect(screen.queryByText(/正在编辑单元格/)).toBeNull()
  })

  it('takes in 200 pasted mixed cells, draws only the rows in view, and writes nothing', async () => {
    const clerk = formOf('projects', 'xinxing')
    clerk.open()
    await signIn('xinxing')
    await card('新开工投资5000万元以上项目')
    const odd = ['约3亿', '２，０００', '2000万', '#N/A']
    const rows = Array.from({ length: 50 }, (_, row) => [`项目${row + 1}`, '其他工业', '新建', odd[row] ?? 6000 + row])
    await clerk.enter('项目台账', 'B6', rows)
    await userEvent.click(await screen.findByRole('tab', { name: '项目台账 50' }))
    const list = screen.getByRole('group', { name: /项目台账/ })
    await waitFor(() => expect(within(list).getAllByRole('listitem').length).toBeLessThan(30))
    expect(within(list).getByText('项目1')).toBeTruthy()
    expect(within(list).getAllByText(/必须改/).length).toBeGreaterThan(0)
    expect(clerk.writes).toEqual([])
  })

  it('tells a verifier plainly that nothing has come yet', async () => {
    formOf('investment', 'xinxing').open()
    await signIn('verifier')
    expect(await screen.findByText('还没有需要本单位核定的报送')).toBeTruthy()
  })

  it('writes the rankings of both pools for the office, and refreshes them where they are', async () => {
    const office = formOf('investment', 'xinxing')
    office.open()
    await signIn('office')
    const pull = await screen.findByRole('button', { name: '拉取排名' })
    await userEvent.click(pull)
    expect(await screen.findByText('新建工作表“综合排名-区直”')).toBeTruthy()
    const titles = office.book.state().sheets.map(({ name }) => name)
    expect(titles.slice(-2)).toEqual(['综合排名-镇街', '综合排名-区直'])
    await userEvent.click(pull)
    expect(await screen.findByText('已更新工作表“综合排名-区直”')).toBeTruthy()
    expect(office.book.state().sheets.map(({ name }) => name)).toEqual(titles)
  })

  it('opens with the rules it saw last when there is no network', async () => {
    const clerk = formOf('investment', 'xinxing')
    const first = clerk.open()
    await signIn('xinxing')
    await card('固定资产投资')
    first.unmount()
    clerk.service.state.line = 'cut'
    clerk.open()
    expect(await card('固定资产投资')).toBeTruthy()
    expect(screen.getByText(/离线：使用/)).toBeTruthy()
  })
})
