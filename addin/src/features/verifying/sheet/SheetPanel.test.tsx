import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { pack } from '../../../testing/campaign.ts'
import { openPage } from '../../../testing/desk-page.tsx'
import { figureItem, queued } from '../../../testing/queue.ts'
import { memoryBook } from '../../../workbook/memory-book.ts'
import { memoryReportSheets } from '../../../workbook/memory-report-sheets.ts'
import { memoryWorkbook } from '../../../workbook/memory-workbook.ts'
import { linesOf } from '../items.ts'
import type { Verifying } from '../use-verifying.ts'
import { SheetPanel } from './SheetPanel.tsx'

/** The panel beside an empty workbook that answers at its own pace. */
async function open() {
  const book = memoryBook({ fileName: '核定.xlsx', names: {}, sheets: [] })
  const sheets = memoryReportSheets(book)
  const host = { finds: Promise.resolve() }
  const report = queued('tax', [figureItem('1800')])
  const verifying: Verifying = {
    loaded: { step: 'loading' },
    entries: [{ report, lines: linesOf(pack, report) }],
    drafts: {},
    ready: 0,
    sending: { step: 'idle' },
    canUndo: false,
    change: () => undefined,
    undo: () => undefined,
    reload: () => Promise.resolve(),
    send: () => Promise.resolve(),
    dismiss: () => undefined,
  }
  const reportSheets = {
    ...sheets,
    find: async (table: string) => {
      await host.finds
      return sheets.find(table)
    },
  }
  openPage(
    <SheetPanel
      {...{ verifying, book: { workbook: memoryWorkbook(book), reportSheets } }}
      campaign="考核"
      bureau="财政局"
      windowTitle="6月上半月"
      now={() => 0}
    />,
  )
  await screen.findByText('工作簿里还没有核定表')
  return { host, written: () => book.state().sheets.map(({ name }) => name) }
}
const press = async (name: string) => userEvent.click(await screen.findByRole('button', { name }))

describe('pulling 核定表', () => {
  it('writes the queue into a sheet of its own', async () => {
    const { written } = await open()
    await press('拉取核定表')
    expect(await screen.findByText('已写入“核定表”，1 行。')).toBeTruthy()
    expect(written()).toEqual(['核定表'])
    expect(screen.queryByRole('button', { name: '停止' })).toBeNull()
  })

  it('can be stopped while what was typed is read, and then has written nothing', async () => {
    const { host, written } = await open()
    let answer = () => {}
    host.finds = new Promise((resolve) => (answer = resolve))
    await press('拉取核定表')
    expect(await screen.findByText('正在读取已填的内容…')).toBeTruthy()
    await press('停止')
    answer()
    expect(await screen.findByText('已停止，核定表没有改动。')).toBeTruthy()
    await screen.findByText('工作簿里还没有核定表')
    expect(written()).toEqual([])
    await press('拉取核定表')
    await waitFor(() => expect(written()).toEqual(['核定表']))
    expect(screen.queryByText('已停止，核定表没有改动。')).toBeNull()
  })
})
