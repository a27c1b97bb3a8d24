import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { issued } from './testing/campaign.ts'
import { formOf, machine, signedInBefore } from './testing/pane.tsx'
import { bookOfGrid } from './workbench/book-of-grid.ts'

const sheet = '固定资产投资任务分解表'
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }))
const card = () => screen.findByRole('article', { name: '固定资产投资' })

vi.setConfig({ testTimeout: 20_000 })

/** jsdom lays nothing out; the virtual list has to be told that it is as high as seven rows. */
beforeAll(() => {
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 490 },
    offsetHeight: { configurable: true, get: () => 70 },
  })
})

async function opened(form = 'investment') {
  const clerk = formOf(form, 'xinxing')
  signedInBefore('xinxing')
  const page = clerk.open()
  await screen.findByRole('region', { name: '待处理' })
  return { clerk, page }
}

/** 附件1 with 12900, handed in; the pane is closed. */
async function reported() {
  const { clerk, page } = await opened()
  await clerk.enter(sheet, 'D7', [[12900]])
  await within(await card()).findByText('28.51')
  await press('报送')
  await press('确认报送')
  await screen.findByText('2019-000001')
  page.unmount()
  return clerk
}

describe('the first minute', () => {
  it('counts down to the due time, and lists all forms of the window with their state', async () => {
    await opened()
    expect(screen.getByText('还剩 8 小时 30 分')).toBeTruthy()
    await press('本期各表：未报 5')
    const forms = screen.getByRole('navigation', { name: '本期各表' })
    expect(within(forms).getByRole('button', { name: /附件1.*本表.*未报/ })).toBeTruthy()
    await userEvent.click(within(forms).getByRole('button', { name: /附件4/ }))
    expect(await screen.findByText(/不在这个工作簿里。请打开文件“附件4/)).toBeTruthy()
  })

  it('leads to the sheet of another form in the same workbook, and goes on beside that one', async () => {
    const [one, other] = [issued('investment', 'xinxing'), issued('tax', 'xinxing')]
    const both = { ...one, sheets: [...one.sheets, ...other.sheets], names: { ...one.names, ...other.names } }
    const clerk = machine(bookOfGrid(both))
    signedInBefore('xinxing')
    clerk.open()
    await screen.findByRole('region', { name: '待处理' })
    await press('本期各表：未报 5')
    await press(/附件4/)
    expect(await screen.findByRole('article', { name: '协税护税' })).toBeTruthy()
    expect(clerk.selection()).toMatchObject({ sheet: other.sheets[0]?.name })
    await press(/附件1/)
    expect(await card()).toBeTruthy()
  })

  it('lets a person say which column is which, goes on with that, and still knows it the next time', async () => {
    const grid = issued('investment', 'xinxing')
    const book = bookOfGrid({
      ...grid,
      names: {},
      sheets: grid.sheets.map((one) => ({
        ...one,
        cells: one.cells.map((cell) => (cell.value === '累计完成（申报）' ? { ...cell, value: '实际数' } : cell)),
      })),
    })
    const clerk = machine(book)
    signedInBefore('xinxing')
    const page = clerk.open()
    const choice = await screen.findByRole('combobox', { name: /累计完成（申报）/ })
    expect(within(choice).getAllByRole('option').length).toBeGreaterThan(3)
    await userEvent.selectOptions(choice, within(choice).getByRole('option', { name: /实际数/ }))
    await press('按此定位，继续填报')
    await card()
    await clerk.enter(sheet, 'D7', [[12900]])
    expect(await screen.findByText('28.51')).toBeTruthy()
    page.unmount()
    clerk.open()
    await card()
    expect(screen.getByText(/按您的指定识别/)).toBeTruthy()
    expect(clerk.writes).toEqual([])
  })

  it('offers the figures of an outdated workbook beside the new one, and writes them at one press', async () => {
    const clerk = formOf('investment', 'xinxing')
    const record = { form: 'investment', template: 1, cells: { reported: '9000', note: '旧表说明' }, ledgers: {} }
    await clerk.keep.set('carried:xinxing:investment', { record, template: 0, fileName: '附件1（旧）.xlsx' })
    signedInBefore('xinxing')
    clerk.open()
    const list = await screen.findByRole('list', { name: '带来的数据，写入前后' })
    expect(list.textContent).toContain('9,000')
    expect(clerk.writes).toEqual([])
    await press('写入 2 格')
    expect(await within(await card()).findByText('9,000')).toBeTruthy()
    await waitFor(() => expect(screen.queryByRole('list', { name: '带来的数据，写入前后' })).toBeNull())
    expect(clerk.writes.length).toBeLessThanOrEqual(2)
  })
})

describe('what came of earlier reports', () => {
  it('stands at the figure: how it moved, what was verified and by whom, what one more step is worth', async () => {
    const clerk = await reported()
    clerk.service.state.verification = [
      {
        indicator: 'investment',
        state: 'verified',
        reported: '12900',
        verified: '12600',
        difference: '-300',
        by: ['statistics'],
      },
    ]
    clerk.open()
    const investment = await card()
    expect(within(investment).getByText(/核定数 12,600 万元，差异 -300（.*统计局）/)).toBeTruthy()
    expect(within(investment).getByText('已核')).toBeTruthy()
    await clerk.enter(sheet, 'D7', [[13000]])
    expect(await within(investment).findByText('较上次报送 +100（上次 12,900）')).toBeTruthy()
    expect(within(investment).getByText(/每多 100 万元，\+0\.2\d? 分/)).toBeTruthy()
  })

  it('shows what was returned at its cell, with the reason, and the form as returned', async () => {
    const clerk = await reported()
    clerk.service.state.returned = {
      investment: [
        {
          item: 'reported',
          bureau: 'statistics',
          verdict: 'return',
          adjustment: null,
          reason: '与统计局数不符',
          by: '核定员',
          at: '2019-06-18T02:00:00.000Z',
        },
      ],
    }
    clerk.open()
    await card()
    const returned = screen.getByRole('region', { name: /有 1 处被退回/ })
    expect(returned.textContent).toMatch(/退回.*与统计局数不符.*统计局/)
    expect(screen.getByRole('button', { name: /本期各表：退回 1/ })).toBeTruthy()
    await clerk.select(sheet, 'A1')
    await userEvent.click(within(returned).getByRole('button', { name: /D7/ }))
    expect(clerk.selection()).toMatchObject({ active: { row: 6, column: 3 } })
  })

  it('is handed in again for the next window at one press where nothing changed', async () => {
    const clerk = await reported()
    for (const [key, receipt] of clerk.service.receipts)
      clerk.service.receipts.set(key, { ...receipt, window: '2019-05-2' })
    clerk.open()
    await card()
    await press('本期无变化，报送')
    expect(await screen.findByText('2019-000002')).toBeTruthy()
    expect(clerk.service.state.submissions).toHaveLength(2)
  })
})

describe('the sheet', () => {
  it('of a ledger without a row is a zero report only when that is meant, and then says so', async () => {
    const { clerk } = await opened('enclave')
    await press('零报告，报送')
    for (const field of await screen.findAllByRole('textbox', { name: /说明/ })) await userEvent.type(field, '本期确无')
    await userEvent.click(screen.getByRole('checkbox', { name: /按零报告报送/ }))
    await press('确认零报告')
    expect(await screen.findByText('2019-000001')).toBeTruthy()
    expect(clerk.service.state.submissions[0]?.nil).toBe(true)
  })

  it('asks of a copied row whether it is new or the same, and empties its number only when told', async () => {
    const { clerk } = await opened('projects')
    const row = ['1-01-0001', '光伏组件', '新能源', '新建', 6000, 900, '签约']
    await clerk.enter('项目台账', 'A6', [row, row])
    await userEvent.click(await screen.findByRole('tab', { name: '项目台账 2' }))
    const question = await screen.findByRole('group', { name: '新项目还是重复' })
    expect(question.textContent).toContain('编号 1-01-0001 与第 1 行相同')
    expect(clerk.writes).toEqual([])
    await userEvent.click(within(question).getByRole('button', { name: '是新项目，清空编号' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: '新项目还是重复' })).toBeNull())
    expect(clerk.writes).toEqual([{ sheet: '项目台账', address: 'A7' }])
  })

  it('says that an issued target somebody changed will not be sent', async () => {
    const { clerk } = await opened()
    const first = clerk.book.state().sheets[0]
    if (!first) throw new Error('no sheet')
    clerk.book.putSheet({ ...first, protected: false })
    await clerk.enter(sheet, 'C7', [[99]])
    await clerk.enter(sheet, 'D7', [[12900]])
    await within(await card()).findByText('28.51')
    await press('报送')
    expect((await screen.findByRole('region', { name: /^不会提交/ })).textContent).toContain('下达 13,000')
  })
})
