import { formatArea, parseArea, type Area } from './area.ts'
import { cellKey, findSheet, type FakeBook, type FakeCell, type FakeSheet } from './model.ts'
import { recalculate } from './recalculate.ts'
import { afterInsertion, type Insertion } from './references.ts'

/** Puts in whole rows or columns: cells, merges, tables, sizes and all that refers to them move along. */
export function insertInto(book: FakeBook, insertion: Insertion): void {
  const sheet = findSheet(book, insertion.sheet)
  if (!sheet) throw new Error(`there is no sheet ${insertion.sheet}`)
  moveCells(sheet, insertion)
  sheet.merges = sheet.merges.map((area) => moved(area, insertion))
  for (const table of sheet.tables) table.area = moved(table.area, insertion)
  if (insertion.axis === 'row') sheet.heights = movedSizes(sheet.heights, insertion)
  else {
    sheet.widths = movedSizes(sheet.widths, insertion)
    sheet.columnStyles = movedSizes(sheet.columnStyles, insertion)
  }
  for (const name of book.names) name.refersTo = afterInsertion(name.refersTo, '', insertion)
  for (const each of book.sheets)
    for (const cell of each.cells.values())
      if (cell.formula !== undefined) cell.formula = afterInsertion(cell.formula, each.name, insertion)
  moveKept(sheet, insertion)
  recalculate(book)
}

function moveCells(sheet: FakeSheet, { axis, at, count }: Insertion): void {
  const before = [...sheet.cells]
  sheet.cells.clear()
  for (const [key, cell] of before) {
    const [row = 0, column = 0] = key.split(',').map(Number)
    const shift = (axis === 'row' ? row : column) >= at ? count : 0
    sheet.cells.set(axis === 'row' ? cellKey(row + shift, column) : cellKey(row, column + shift), cell)
  }
  if (at === 0) return
  // New rows and columns look like the one before them.
  for (const [key, cell] of before) {
    const [row = 0, column = 0] = key.split(',').map(Number)
    if ((axis === 'row' ? row : column) !== at - 1) continue
    for (let i = 0; i < count; i++) {
      const copy: FakeCell = { value: '', style: cell.style }
      sheet.cells.set(axis === 'row' ? cellKey(at + i, column) : cellKey(row, at + i), copy)
    }
  }
}

function moved(area: Area, insertion: Insertion): Area {
  return parseArea(afterInsertion(formatArea(area), insertion.sheet, insertion)) ?? area
}

function movedSizes<T>(sizes: ReadonlyMap<number, T>, { at, count }: Insertion): Map<number, T> {
  return new Map([...sizes].map(([index, size]) => [index >= at ? index + count : index, size]))
}

/** Validations and conditional formats name their cells in plain addresses. */
function moveKept(sheet: FakeSheet, insertion: Insertion): void {
  const { dataValidations, conditionalFormattings } = sheet.kept
  const follow = (address: string) => afterInsertion(address, sheet.name, insertion)
  if (dataValidations)
    sheet.kept.dataValidations = Object.fromEntries(
      Object.entries(dataValidations).map(([key, rule]) => [key.replace(/[^:]*\d.*$/, follow), rule]),
    )
  if (conditionalFormattings)
    sheet.kept.conditionalFormattings = conditionalFormattings.map((format) => ({ ...format, ref: follow(format.ref) }))
}
