import type { CellValue } from '@kaohe/shared-rules'
import { type BookSheet, cellAt, type Change, withChanges } from '../workbook/book-sheet.ts'
import type { BookState, NewBook } from '../workbook/memory-book.ts'

/** What a person added to an issued form: typed cells, and whole sheets that came later, such as pulled rankings. */
export interface Draft {
  /** The form as it was issued, so that figures are never put under other headings. */
  readonly names: Readonly<Record<string, string>>
  readonly cells: readonly (Change & { readonly sheet: string })[]
  readonly sheets: readonly BookSheet[]
  readonly tables: BookState['tables']
}

/** How the workbook differs from the form as issued, or null when it does not. */
export function draftOf(issued: NewBook, { names, sheets, tables }: BookState): Draft | null {
  const known = new Map(issued.sheets.map((sheet) => [sheet.name, sheet]))
  const cells = sheets.flatMap((sheet) => {
    const before = known.get(sheet.name)
    return before ? changesBetween(before, sheet).map((change) => ({ sheet: sheet.name, ...change })) : []
  })
  const added = sheets.filter(({ name }) => !known.has(name))
  return cells.length + added.length === 0 ? null : { names, cells, sheets: added, tables }
}

/** The form with the draft in it; undefined when the form was issued anew with other columns or places. */
export function withDraft(issued: NewBook, draft: Draft): NewBook | undefined {
  const same = JSON.stringify(sorted(issued.names)) === JSON.stringify(sorted(draft.names))
  const gone = draft.cells.some(({ sheet }) => !issued.sheets.some(({ name }) => name === sheet))
  if (!same || gone) return undefined
  const sheets = issued.sheets.map((sheet) => {
    const open = draft.cells.filter(
      (change) => change.sheet === sheet.name && !(sheet.protected && cellAt(sheet, change).locked),
    )
    return withChanges(sheet, open)
  })
  return { ...issued, sheets: [...sheets, ...draft.sheets], tables: draft.tables }
}

function changesBetween(before: BookSheet, after: BookSheet): Change[] {
  return after.rows.flatMap((cells, row) => {
    if (cells === before.rows[row]) return []
    return cells.flatMap((cell, column) => {
      const value: CellValue = cell?.value ?? ''
      return value === cellAt(before, { row, column }).value ? [] : [{ row, column, value }]
    })
  })
}

function sorted(names: Readonly<Record<string, string>>): [string, string][] {
  return Object.entries(names).sort(([a], [b]) => (a < b ? -1 : 1))
}
