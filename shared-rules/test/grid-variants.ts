import { fromA1, parseReference, toA1Block, toReference } from '../src/forms/addresses.ts'
import type { FormGrid, GridCell, GridSheet } from '../src/forms/grid.ts'
import type { CellValue } from '../src/forms/snapshot.ts'

/** Types into cells, as `['项目台账', 5, 1, '光伏']`: sheet, row and column from zero, value. */
export function typed(grid: FormGrid, entries: readonly (readonly [string, number, number, CellValue])[]): FormGrid {
  return eachSheet(grid, (sheet) => {
    const mine = entries.filter(([name]) => name === sheet.name)
    const isTyped = (cell: GridCell) => mine.some(([, row, column]) => row === cell.row && column === cell.column)
    const plain = { style: 'input-left', locked: false, format: 'General' } as const
    return {
      ...sheet,
      cells: [
        ...sheet.cells.filter((cell) => !isTyped(cell)),
        ...mine.map(([, row, column, value]) => ({ row, column, value, ...plain })),
      ],
    }
  })
}

/** What people and programs do to an official form before it comes back. */
export const variants: Readonly<Record<string, (grid: FormGrid) => FormGrid>> = {
  'as it was issued': (grid) => grid,
  'without defined names': (grid) => ({ ...grid, names: {} }),
  'with its sheets renamed': (grid) => renamed(grid, (name) => `${name}(终稿)`),
  'with its sheets renamed, without names': (grid) => ({
    ...renamed(grid, (_, index) => `Sheet${index + 1}`),
    names: {},
  }),
  'with its sheets in another order': (grid) => ({ ...grid, sheets: grid.sheets.toReversed() }),
  'with three rows inserted above': (grid) => shifted(grid, 0, 3, -1, 0),
  'with three rows inserted above, without names': (grid) => ({ ...shifted(grid, 0, 3, -1, 0), names: {} }),
  'with three rows inserted above and names left behind': (grid) => ({
    ...shifted(grid, 0, 3, -1, 0),
    names: grid.names,
  }),
  'with a column inserted': (grid) => shifted(grid, -1, 0, 3, 1),
  'with a column inserted, without names': (grid) => ({ ...shifted(grid, -1, 0, 3, 1), names: {} }),
  'with a column inserted and names left behind': (grid) => ({ ...shifted(grid, -1, 0, 3, 1), names: grid.names }),
  'with a column inserted at the left, without names': (grid) => ({ ...shifted(grid, -1, 0, 0, 2), names: {} }),
  'with full-width heads, without names': (grid) => ({ ...retyped(grid, fullWidth), names: {} }),
  'with blanks and line breaks in its heads, without names': (grid) => ({
    ...retyped(grid, (text) => ` ${[...text].join('\n ')} `),
    names: {},
  }),
  'with other brackets in its heads, without names': (grid) => ({
    ...retyped(grid, (text) =>
      text.replaceAll('（', ' [').replaceAll('）', '] ').replaceAll('“', '"').replaceAll('”', '"'),
    ),
    names: {},
  }),
}

/** Moves the row of the 分解表 that bears this name to the row of another. */
export function swapRows(grid: FormGrid, one: string, other: string): FormGrid {
  const [matrix] = grid.sheets
  const rowOf = (name: string) => matrix?.cells.find(({ value }) => value === name)?.row
  const [first, second] = [rowOf(one), rowOf(other)]
  const swap = (row: number) => (row === first ? (second ?? row) : row === second ? (first ?? row) : row)
  return eachSheet(grid, (sheet) =>
    sheet === matrix ? { ...sheet, cells: sheet.cells.map((cell) => ({ ...cell, row: swap(cell.row) })) } : sheet,
  )
}

/** Replaces the text of heads. */
export function retyped(grid: FormGrid, change: (text: string) => string): FormGrid {
  return eachSheet(grid, (sheet) => ({
    ...sheet,
    cells: sheet.cells.map((cell) =>
      cell.style === 'head' && typeof cell.value === 'string' && cell.value !== ''
        ? { ...cell, value: change(cell.value) }
        : cell,
    ),
  }))
}

function renamed(grid: FormGrid, name: (old: string, index: number) => string): FormGrid {
  const names = new Map(grid.sheets.map((sheet, index) => [sheet.name, name(sheet.name, index)]))
  const bare = eachSheet(grid, (sheet) => ({ ...sheet, name: names.get(sheet.name) ?? sheet.name }))
  return { ...bare, names: eachName(grid, (area) => ({ ...area, sheet: names.get(area.sheet) ?? area.sheet })) }
}

/** Inserts rows before `fromRow` and columns before `fromColumn`; -1 inserts none. Names move along, as in Excel. */
function shifted(grid: FormGrid, fromRow: number, rows: number, fromColumn: number, columns: number): FormGrid {
  const down = (row: number) => (fromRow >= 0 && row >= fromRow ? row + rows : row)
  const right = (column: number) => (fromColumn >= 0 && column >= fromColumn ? column + columns : column)
  const bare = eachSheet(grid, (sheet) => ({
    ...sheet,
    rows: [...Array.from({ length: rows }, () => ({ height: 15 })), ...sheet.rows],
    columns: [...sheet.columns, ...Array.from({ length: columns }, () => ({ width: 10 }))],
    cells: sheet.cells.map((cell) => ({ ...cell, row: down(cell.row), column: right(cell.column) })),
    merges: sheet.merges.map((merge) => {
      const [from, to] = merge.split(':').map(fromA1)
      return from && to ? toA1Block(down(from.row), right(from.column), down(to.row), right(to.column)) : merge
    }),
  }))
  const names = eachName(grid, ({ sheet, top, left, bottom, right: end }) => ({
    sheet,
    top: down(top),
    left: right(left),
    bottom: down(bottom),
    right: right(end),
  }))
  return { ...bare, names }
}

type Area = NonNullable<ReturnType<typeof parseReference>>

function eachName(grid: FormGrid, change: (area: Area) => Area): FormGrid['names'] {
  return Object.fromEntries(
    Object.entries(grid.names).map(([name, reference]) => {
      const area = parseReference(reference)
      return [name, area ? toReference(change(area)) : reference]
    }),
  )
}

function eachSheet(grid: FormGrid, change: (sheet: GridSheet) => GridSheet): FormGrid {
  return { ...grid, sheets: grid.sheets.map(change) }
}

function fullWidth(text: string): string {
  return text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
}
