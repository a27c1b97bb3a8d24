import { fromA1, type CellValue } from '@kaohe/shared-rules'
import { act, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { apiClient } from '../api/client.ts'
import { memoryKeep } from '../api/keep.ts'
import { newId } from '../api/new-id.ts'
import { App } from '../App.tsx'
import { sessionStore } from '../features/session/session.ts'
import { preferenceStore } from '../ui/preferences.ts'
import { bookOfGrid } from '../workbench/book-of-grid.ts'
import { memoryBook, type NewBook } from '../workbook/memory-book.ts'
import { memoryReportSheets } from '../workbook/memory-report-sheets.ts'
import { memoryWorkbook } from '../workbook/memory-workbook.ts'
import type { Workbook, WorkbookError } from '../workbook/workbook.ts'
import { issued } from './campaign.ts'
import { fakeService, password } from './fake-service.ts'

/** One machine: a workbook, a service at the other end, a disk, and the pane as often as it is opened. */
export function machine(book: NewBook, hostLanguage = 'zh-CN') {
  const memory = memoryBook(book)
  const port = memoryWorkbook(memory)
  const writes: unknown[] = []
  const host = { refuses: null as WorkbookError | null, describes: Promise.resolve(), writes: Promise.resolve() }
  const workbook: Workbook = {
    ...port,
    snapshot: (sheets) =>
      host.refuses ? Promise.resolve({ ok: false as const, error: host.refuses }) : port.snapshot(sheets),
    describe: async () => {
      await host.describes
      return port.describe()
    },
    async write(place, values, press) {
      writes.push(place)
      await host.writes
      return port.write(place, values, press)
    },
  }
  const service = fakeService()
  const keep = memoryKeep()
  const reportSheets = memoryReportSheets(memory)

  return {
    service,
    keep,
    book: memory,
    writes,
    host,
    open: () =>
      render(
        <App
          workbook={workbook}
          reportSheets={reportSheets}
          api={apiClient('http://service', service.fetchFn)}
          keep={keep}
          sessions={sessionStore(localStorage)}
          preferences={preferenceStore(localStorage, hostLanguage)}
          now={() => Date.parse('2026-01-01T00:00:00Z')}
          newId={newId}
        />,
      ),
    /** As typed or pasted in the sheet. */
    async enter(sheet: string, address: string, rows: readonly (readonly CellValue[])[]) {
      const start = fromA1(address)
      if (!start) throw new Error(address)
      const changes = rows.flatMap((cells, row) =>
        cells.map((value, column) => ({ row: start.row + row, column: start.column + column, value })),
      )
      await act(async () => void memory.edit(sheet, changes))
    },
    async select(sheet: string, address: string) {
      const place = fromA1(address)
      if (!place) throw new Error(address)
      await act(async () => memory.select(sheet, place))
    },
    selection: () => memory.state().selection,
  }
}

export const formOf = (form: string, unit: string, hostLanguage = 'zh-CN') =>
  machine(bookOfGrid(issued(form, unit)), hostLanguage)

export async function signIn(username: string, given = password) {
  await userEvent.type(await screen.findByLabelText('账号'), username)
  await userEvent.type(screen.getByLabelText('密码'), given)
  await userEvent.click(screen.getByRole('button', { name: '登录' }))
}

/** Signed in before, on this machine: the pane opens without asking. */
export function signedInBefore(username: string): void {
  const expiresAt = Date.parse('2026-01-02T00:00:00Z')
  localStorage.setItem('kaohe.session', JSON.stringify({ username, token: `${username} 0`, expiresAt }))
}
