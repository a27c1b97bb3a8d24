import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { formOf, signIn } from './testing/pane.tsx'

const sheet = '固定资产投资任务分解表'

vi.setConfig({ testTimeout: 20_000 })

/** jsdom lays nothing out; the virtual list has to be told that it is as high as seven rows. */
beforeAll(() => {
  Object.defineProperties(HTMLElement.prototype, {
    clientHeight: { configurable: true, get: () => 490 },
    offsetHeight: { configurable: true, get: () => 70 },
  })
})

async function opened(form: string) {
  const clerk = formOf(form, 'xinxing')
  clerk.open()
  await signIn('xinxing')
  await screen.findByRole('region', { name: '待处理' })
  const cell = (name: string, row: number, column: number) =>
    clerk.book.state().sheets.find((one) => one.name === name)?.rows[row]?.[column]?.value
  return { clerk, cell }
}

/** Three rows of the ledger with nine cells that want a correction, and one that nobody can read. */
async function pasted() {
  const { clerk, cell } = await opened('projects')
  const ledger = clerk.book.state().sheets[1]?.name ?? ''
  const row = (name: string, amount: string, start: string) => [name, '', '新 建', amount, '1000', '签约', start]
  await clerk.enter(ledger, 'B6', [
    row('光伏组件', '２，０００', '2019.5.1'),
    row('轴承', '3亿', '2019年5月2日'),
    row('铸造', '5千万', '2019/5/3'),
    row('包装', '三千万', '2019-05-04'),
  ])
  return { clerk, ledger, of: (row: number, column: number) => cell(ledger, row, column) }
}

describe('correcting', () => {
  it('puts the suggested number into the cell when pressed, and scores it', async () => {
    const { clerk, cell } = await opened('investment')
    await clerk.enter(sheet, 'D7', [['１２，９００']])
    const press = await screen.findByRole('button', { name: '改为 12900' })
    expect(await screen.findByText(/Excel 的撤销记录会清空/)).toBeTruthy()
    expect(clerk.writes).toEqual([])
    await userEvent.click(press)
    const card = await screen.findByRole('article', { name: '固定资产投资' })
    expect(await within(card).findByText('28.51')).toBeTruthy()
    expect(cell(sheet, 6, 3)).toBe(12900)
    expect(clerk.writes).toEqual([{ sheet, address: 'D7' }])
    expect(screen.queryByRole('button', { name: /改为/ })).toBeNull()
    expect(screen.queryByText(/Excel 的撤销记录会清空/)).toBeNull()
  })

  it('can be undone in the workbench', async () => {
    const { clerk, cell } = await opened('investment')
    await clerk.enter(sheet, 'D7', [['3亿']])
    await userEvent.click(await screen.findByRole('button', { name: '改为 30000' }))
    await waitFor(() => expect(cell(sheet, 6, 3)).toBe(30000))
    clerk.book.undo()
    expect(cell(sheet, 6, 3)).toBe('3亿')
  })

  it('corrects all unreadable cells at once, numbers as numbers and dates as day numbers, neighbours together', async () => {
    const { clerk, ledger, of } = await pasted()
    await userEvent.click(await screen.findByRole('button', { name: '全部改为建议值 (10)' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: /全部改为建议值/ })).toBeNull())
    const rows = [5, 6, 7, 8].map((row) => [3, 4, 7].map((column) => of(row, column)))
    expect(rows).toEqual([
      ['新建', 2000, 43586],
      ['新建', 30000, 43587],
      ['新建', 5000, 43588],
      ['新建', '三千万', '2019-05-04'],
    ])
    expect(clerk.writes).toEqual([
      { sheet: ledger, address: 'D6' },
      { sheet: ledger, address: 'E6' },
      { sheet: ledger, address: 'H6' },
    ])
  })

  it('of all cells is undone in the workbench at once, and done again', async () => {
    const { clerk, of } = await pasted()
    const corrected = () => [3, 4, 7].map((column) => of(5, column))
    await userEvent.click(await screen.findByRole('button', { name: '全部改为建议值 (10)' }))
    await waitFor(() => expect(corrected()).toEqual(['新建', 2000, 43586]))
    clerk.book.undo()
    expect(corrected()).toEqual(['新 建', '２，０００', '2019.5.1'])
    clerk.book.redo()
    expect(corrected()).toEqual(['新建', 2000, 43586])
  })

  it('shows how far it is, and stops before the next block when told', async () => {
    const { clerk, ledger, of } = await pasted()
    let written = () => {}
    clerk.host.writes = new Promise((resolve) => (written = resolve))
    await userEvent.click(await screen.findByRole('button', { name: '全部改为建议值 (10)' }))
    expect(await screen.findByRole('button', { name: '正在写入 0/10 格…' })).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: '停止' }))
    written()
    expect(await screen.findByText('已停止：写好 4 格，其余 6 格没有写')).toBeTruthy()
    expect([5, 8].map((row) => of(row, 3))).toEqual(['新建', '新建'])
    expect(of(5, 4)).toBe('２，０００')
    expect(clerk.writes).toEqual([{ sheet: ledger, address: 'D6' }])
  })

  it('offers a doubted figure for its own cell and never for all', async () => {
    const { clerk, cell } = await opened('investment')
    await clerk.enter(sheet, 'D7', [[1.29]])
    await userEvent.click(await screen.findByRole('button', { name: '改为 12900' }))
    await waitFor(() => expect(cell(sheet, 6, 3)).toBe(12900))
  })

  it('has no button for all where every suggestion is a doubt', async () => {
    const { clerk } = await opened('investment')
    await clerk.enter(sheet, 'D7', [[1.29]])
    await screen.findByRole('button', { name: '改为 12900' })
    expect(screen.queryByRole('button', { name: /全部改为建议值/ })).toBeNull()
  })

  it('says why nothing was written while a cell is being edited', async () => {
    const { clerk, cell } = await opened('investment')
    await clerk.enter(sheet, 'D7', [['3亿']])
    const press = await screen.findByRole('button', { name: '改为 30000' })
    clerk.host.refuses = { kind: 'cell-being-edited' }
    await userEvent.click(press)
    expect(await screen.findByText(/没有写入：.*正在编辑单元格/)).toBeTruthy()
    expect(cell(sheet, 6, 3)).toBe('3亿')
    clerk.host.refuses = null
    await userEvent.click(press)
    await waitFor(() => expect(cell(sheet, 6, 3)).toBe(30000))
    await waitFor(() => expect(screen.queryByText(/没有写入/)).toBeNull())
  })

  it('says which cell is locked', async () => {
    const { clerk, cell } = await opened('investment')
    await clerk.enter(sheet, 'D7', [['3亿']])
    const press = await screen.findByRole('button', { name: '改为 30000' })
    const first = clerk.book.state().sheets[0]
    if (!first) throw new Error('no sheet')
    clerk.book.putSheet({
      ...first,
      rows: first.rows.map((row) => row.map((one) => one && { ...one, locked: true })),
    })
    await userEvent.click(press)
    expect(await screen.findByText(/没有写入：.*D7/)).toBeTruthy()
    expect(cell(sheet, 6, 3)).toBe('3亿')
  })
})
