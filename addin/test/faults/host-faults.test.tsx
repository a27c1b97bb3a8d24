import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { signedInBefore } from '../../src/testing/pane.tsx'
import { paneOnHost } from './pane-on-host.tsx'

const sheet = '固定资产投资任务分解表'
const card = () => screen.findByRole('article', { name: '固定资产投资' })
const points = async (shown: string) => expect(await within(await card()).findByText(shown)).toBeTruthy()

/** 新兴街道 signed in beside 附件1, with 12900 of 13000 typed. */
async function opened(api?: string) {
  const bench = await paneOnHost('investment', api)
  signedInBefore('xinxing')
  bench.open()
  await card()
  expect(bench.type(12900)).toBe('entered')
  await points('28.51')
  return bench
}

describe('the pane over office.js, when the host', () => {
  afterEach(() => void vi.useRealTimers())

  it('has a cell open for ten seconds: says so, keeps what it shows, and goes on by itself', async () => {
    const { host, type } = await opened()
    const shown = await card()
    vi.useFakeTimers({
      shouldAdvanceTime: true,
      toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'],
    })
    host.user.startEditing()
    type(13000)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(screen.getByText(/正在编辑单元格/)).toBeTruthy()
    expect(shown.isConnected).toBe(true)
    host.user.stopEditing()
    await vi.advanceTimersByTimeAsync(1_000)
    await points('28.74')
    expect(screen.queryByText(/正在编辑单元格/)).toBeNull()
  })

  it('is busy: says so, and reads again once it is not', async () => {
    const { host, type } = await opened()
    host.refuse('ActivityLimitReached', 2)
    type(13000)
    expect(await screen.findByText(/Excel 正忙/)).toBeTruthy()
    await points('28.74')
    await waitFor(() => expect(screen.queryByText(/Excel 正忙/)).toBeNull())
  })

  it('denies a write: says that nothing was written, and the cell is as it was', async () => {
    const { host, type } = await opened()
    type('３，０００')
    const press = await screen.findByRole('button', { name: '改为 3000' })
    host.refuseWrites('AccessDenied')
    await userEvent.click(press)
    expect(await screen.findByText(/没有写入：.*D7/)).toBeTruthy()
    expect(host.value(sheet, 'D7')).toBe('３，０００')
  })

  it('hands over null for values: says so, takes it for no empty sheet, and comes back', async () => {
    const { host, type } = await opened()
    host.withholdValues(true)
    type(13000)
    expect(await screen.findByText(/Excel 没有交出数值/)).toBeTruthy()
    expect(screen.queryByText('未填')).toBeNull()
    host.withholdValues(false)
    type(13001)
    await points('28.74')
  })

  it('raises events that are no longer true: shows what the sheet holds, whatever they say', async () => {
    const { host } = await opened()
    const id = host.book.active.id
    host.misinform({ worksheetId: id, address: 'D7', details: { valueBefore: 12900, valueAfter: 1 } })
    host.misinform({ worksheetId: '{gone}', address: 'ZZ99:ZZ100' })
    await waitFor(() => expect(host.reads).toBeGreaterThan(1))
    await points('28.51')
  })

  it('raises a thousand changes in a row: reads a few times, and shows the last', async () => {
    const { host, type } = await opened()
    const before = host.reads
    for (let figure = 1; figure <= 1000; figure += 1) type(12000 + figure)
    await points('28.74')
    expect(host.value(sheet, 'D7')).toBe(13000)
    expect(host.reads - before).toBeLessThan(30)
  })

  it('raises one event for several areas pasted at once: sees all of them', async () => {
    const { host } = await opened()
    expect(
      host.user.pasteAreas(sheet, [
        ['D7', [[13000]]],
        ['F7', [['已与统计局核对']]],
      ]),
    ).toBe('entered')
    await points('28.74')
    expect(await screen.findByText('已与统计局核对')).toBeTruthy()
  })

  it.each(['1.9', '1.14'])('has the sheet renamed while it is open, at ExcelApi %s: goes on with it', async (api) => {
    const { host } = await opened(api)
    host.user.renameSheet(sheet, '投资')
    expect(host.user.type('投资', 'D7', 13000)).toBe('entered')
    await points('28.74')
  })

  it('loses the sheet while it is open: says what it looked for, and recognises it again when it is back', async () => {
    const { host } = await opened()
    host.user.addSheet('空表')
    const gone = host.user.deleteSheet(sheet)
    expect(await screen.findByText('这不是已下达的考核表')).toBeTruthy()
    host.user.restoreSheet(gone)
    await points('28.51')
  })

  it('has a protected sheet: a suggested figure for a locked cell is not even tried', async () => {
    const { host, type } = await opened()
    type('３，０００')
    const press = await screen.findByRole('button', { name: '改为 3000' })
    host.user.lockCell(sheet, 'D7')
    await userEvent.click(press)
    expect(await screen.findByText(/没有写入：.*D7.*锁定/)).toBeTruthy()
    expect(host.writes).toEqual([])
  })

  it('asks which workbook it stands beside only once the cell is closed', async () => {
    const bench = await paneOnHost('investment')
    bench.host.user.startEditing()
    signedInBefore('xinxing')
    bench.open()
    expect(await screen.findByText(/正在编辑单元格/)).toBeTruthy()
    bench.host.user.stopEditing()
    await card()
  })
})
