import type { CellValue } from '@kaohe/shared-rules'
import { formatArea, parseArea, type Area } from './area.ts'
import { enter, put, raiseChanged, activate, select, type Stage } from './change.ts'
import { eventTypes } from './events.ts'
import { cellAt, cellToChange, findSheet, newSheet, refusesChange, type FakeSheet } from './model.ts'
import { nameColumns } from './objects/table.ts'
import { insertInto } from './insertion.ts'
import { afterRenaming } from './references.ts'

/** What a person does in the workbook. Excel refuses a locked cell on a protected sheet with a message box and changes nothing. */
export interface User {
  /** Types an entry and presses Enter. Text is read as Excel reads it: `2000` becomes a number, `'2000` stays text. */
  type(sheet: string, address: string, entry: CellValue): 'entered' | 'refused'
  /** Pastes a block of values from the cell on. */
  paste(sheet: string, address: string, rows: readonly (readonly CellValue[])[]): 'entered' | 'refused'
  /** Pastes into several areas at once, which Excel tells of in one event with all addresses. */
  pasteAreas(
    sheet: string,
    areas: readonly (readonly [address: string, rows: readonly (readonly CellValue[])[]])[],
  ): 'entered' | 'refused'
  select(sheet: string, address: string): void
  openSheet(sheet: string): void
  insertRows(sheet: string, before: number, count: number): void
  insertColumns(sheet: string, before: number, count: number): void
  addSheet(name: string): void
  deleteSheet(sheet: string): DeletedSheet
  /** Takes the deletion back, as Ctrl+Z does right after it. */
  restoreSheet(deleted: DeletedSheet): void
  renameSheet(sheet: string, name: string): void
  protectSheet(sheet: string, locked?: boolean): void
  /** Locks a cell of a sheet, and protects that. */
  lockCell(sheet: string, address: string): void
  /** Opens a cell for editing: Excel refuses requests until the person is done, or lets them wait if they asked to. */
  startEditing(): void
  stopEditing(): void
}

/** A sheet that was deleted, with the names that pointed to it. */
export interface DeletedSheet {
  readonly sheet: FakeSheet
  readonly at: number
  readonly names: ReadonlyMap<string, string>
}

export function user(stage: Stage, editingEnded: () => void): User {
  const { book } = stage
  const place = (key: string) => {
    const sheet = findSheet(book, key)
    if (!sheet) throw new Error(`there is no sheet ${key}`)
    return sheet
  }
  const at = (address: string): Area => {
    const area = parseArea(address)
    if (!area) throw new Error(`${address} is no address`)
    return area
  }
  const enterRows = (sheet: FakeSheet, area: Area, rows: readonly (readonly CellValue[])[]) => {
    if (refusesChange(sheet, area)) return 'refused'
    enter(stage, sheet, area, (i, j) => rows[i]?.[j] ?? '', 'Unknown')
    growTables(stage, sheet, area)
    return 'entered'
  }
  return {
    type: (sheet, address, entry) => enterRows(place(sheet), at(address), [[entry]]),
    paste(sheet, address, rows) {
      const { row, column } = at(address)
      return enterRows(place(sheet), { row, column, rows: rows.length, columns: rows[0]?.length ?? 0 }, rows)
    },
    pasteAreas(key, areas) {
      const sheet = place(key)
      const blocks = areas.map(([address, rows]) => {
        const { row, column } = at(address)
        return { area: { row, column, rows: rows.length, columns: rows[0]?.length ?? 0 }, rows }
      })
      if (blocks.some(({ area }) => refusesChange(sheet, area))) return 'refused'
      for (const { area, rows } of blocks) put(stage, sheet, area, (i, j) => rows[i]?.[j] ?? '')
      const [first] = blocks
      const address = blocks.map(({ area }) => formatArea(area)).join(',')
      if (first) raiseChanged(stage, sheet, first.area, 'Unknown', { address })
      return 'entered'
    },
    select: (sheet, address) => select(stage, place(sheet), at(address)),
    openSheet: (sheet) => activate(stage, place(sheet)),
    insertRows(key, before, count) {
      const sheet = place(key)
      insertInto(book, { sheet: sheet.name, axis: 'row', at: before - 1, count })
      const area = { row: before - 1, column: 0, rows: count, columns: 16_384 }
      raiseChanged(
        stage,
        sheet,
        area,
        'Unknown',
        { address: `${String(before)}:${String(before + count - 1)}` },
        'RowInserted',
      )
    },
    insertColumns(key, before, count) {
      const sheet = place(key)
      insertInto(book, { sheet: sheet.name, axis: 'column', at: before - 1, count })
      const area = { row: 0, column: before - 1, rows: 1_048_576, columns: count }
      const columns = formatArea({ ...area, rows: 1 }).replace(/\d+/g, '')
      raiseChanged(stage, sheet, area, 'Unknown', { address: columns }, 'ColumnInserted')
    },
    addSheet(name) {
      const sheet = newSheet(book, name)
      book.sheets.push(sheet)
      stage.events.raise(eventTypes.added, sheet.id, { source: 'Local', worksheetId: sheet.id })
    },
    deleteSheet(key) {
      const sheet = place(key)
      const deleted = {
        sheet,
        at: book.sheets.indexOf(sheet),
        names: new Map(book.names.map(({ name, refersTo }) => [name, refersTo])),
      }
      book.sheets.splice(deleted.at, 1)
      const [next] = book.sheets
      if (!next) throw new Error('a workbook keeps one sheet')
      if (book.active === sheet) book.active = next
      for (const name of book.names)
        if (afterRenaming(name.refersTo, sheet.name, '-') !== name.refersTo) name.refersTo = '#REF!'
      stage.events.raise(eventTypes.deleted, sheet.id, { source: 'Local', worksheetId: sheet.id })
      return deleted
    },
    restoreSheet({ sheet, at: index, names }) {
      book.sheets.splice(index, 0, sheet)
      for (const name of book.names) name.refersTo = names.get(name.name) ?? name.refersTo
      stage.events.raise(eventTypes.added, sheet.id, { source: 'Local', worksheetId: sheet.id })
    },
    renameSheet(key, name) {
      const sheet = place(key)
      for (const item of book.names) item.refersTo = afterRenaming(item.refersTo, sheet.name, name)
      for (const each of book.sheets)
        for (const cell of each.cells.values())
          if (cell.formula !== undefined) cell.formula = afterRenaming(cell.formula, sheet.name, name)
      sheet.name = name
    },
    protectSheet: (sheet, locked = true) => void (place(sheet).protected = locked),
    lockCell(key, address) {
      const sheet = place(key)
      const { row, column } = at(address)
      const cell = cellToChange(sheet, row, column)
      cell.style = { ...cell.style, protection: { locked: true } }
      sheet.protected = true
    },
    startEditing: () => void (book.editing = true),
    stopEditing() {
      book.editing = false
      editingEnded()
    },
  }
}

/** A table takes in what a person enters right beside or right below it, unless Excel was told otherwise. */
function growTables(stage: Stage, sheet: FakeSheet, entered: Area): void {
  for (const table of sheet.tables) {
    const { row, column, rows, columns } = table.area
    const beside = entered.column === column + columns && entered.row >= row && entered.row + entered.rows <= row + rows
    const below =
      entered.row === row + rows && entered.column >= column && entered.column + entered.columns <= column + columns
    const filled = cellAt(sheet, entered.row, entered.column)?.value !== ''
    if (!filled || (!beside && !below)) continue
    table.area = {
      ...table.area,
      columns: columns + (beside ? entered.columns : 0),
      rows: rows + (below ? entered.rows : 0),
    }
    nameColumns(stage, sheet, table)
  }
}
