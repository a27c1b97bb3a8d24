import { fromA1, toA1, type CellAddress, type CellValue, type Place, type SheetSnapshot } from '@kaohe/shared-rules'
import { type BookSheet, type Change, cellAt } from './book-sheet.ts'
import type { MemoryBook } from './memory-book.ts'
import type { Workbook, WorkbookResult } from './workbook.ts'

/** The `Workbook` port over a workbook in memory: the workbench, and the pane's tests. */
export function memoryWorkbook(book: MemoryBook): Workbook {
  const sheetNamed = (name: string) => book.state().sheets.find((sheet) => sheet.name === name)

  return {
    async describe() {
      const { fileName } = book.state()
      return ok({ fileName, key: fileName, compatibilityMode: false })
    },
    async snapshot(wanted) {
      const { sheets, names } = book.state()
      const gone = wanted?.find((name) => !sheetNamed(name))
      if (gone !== undefined) return noSheet(gone)
      const read = wanted ? sheets.filter(({ name }) => wanted.includes(name)) : sheets
      return ok({ sheets: read.map(sheetSnapshot), names })
    },
    async watch(listener) {
      return ok(book.watch(listener))
    },
    async reveal({ sheet, address }) {
      if (!sheetNamed(sheet)) return noSheet(sheet)
      book.select(sheet, placeOf(address))
      return ok(undefined)
    },
    async write({ sheet, address }, values, press) {
      if (!sheetNamed(sheet)) return noSheet(sheet)
      const result = book.edit(sheet, block(placeOf(address), values), press)
      return result.done ? ok(undefined) : locked({ sheet, address: toA1(result.locked.row, result.locked.column) })
    },
  }
}

/** The used block of the sheet: from the first to the last row and column that hold a value. */
function sheetSnapshot(sheet: BookSheet): SheetSnapshot {
  const used = sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => (cell && cell.value !== '' ? [{ row, column }] : [])),
  )
  const rows = used.map(({ row }) => row)
  const columns = used.map(({ column }) => column)
  const top = rows[0] ?? 0
  const left = Math.min(...columns, columns[0] ?? 0)
  const height = (rows.at(-1) ?? -1) - top + 1
  const width = used.length > 0 ? Math.max(...columns) - left + 1 : 0
  const values = Array.from({ length: height }, (_row, row) =>
    Array.from({ length: width }, (_cell, column) => cellAt(sheet, { row: top + row, column: left + column }).value),
  )
  return { name: sheet.name, top, left, values }
}

function block(start: Place, values: readonly (readonly CellValue[])[]): Change[] {
  return values.flatMap((cells, row) =>
    cells.map((value, column) => ({ row: start.row + row, column: start.column + column, value })),
  )
}

/** The first cell of the address; a wrong one is a fault of the caller's. */
function placeOf(address: string): Place {
  const place = fromA1(address.split(':')[0] ?? '')
  if (!place) throw new Error(`no address: ${address}`)
  return place
}

function ok<T>(value: T): WorkbookResult<T> {
  return { ok: true, value }
}

function noSheet(sheet: string): WorkbookResult<never> {
  return { ok: false, error: { kind: 'no-sheet', sheet } }
}

function locked(place: CellAddress): WorkbookResult<never> {
  return { ok: false, error: { kind: 'locked', place } }
}
