import { toA1, type FormGrid, type GridCell, type GridSheet } from '@kaohe/shared-rules'
import { z } from 'zod'

/** What somebody typed into the form: cells by place, counted from zero. */
export const typedCellsSchema = z
  .object({
    cells: z
      .object({
        sheet: z.string().max(100),
        row: z.int().min(0).max(4999),
        column: z.int().min(0).max(99),
        value: z.union([z.string().max(2000), z.number(), z.boolean()]),
      })
      .array()
      .max(40_000),
  })
  .strict()
export type TypedCell = z.infer<typeof typedCellsSchema>['cells'][number]

export type FilledGrid =
  { readonly ok: true; readonly grid: FormGrid } | { readonly ok: false; readonly locked: string }

/** The form with these values in it. All or nothing: a cell that is not the unit's to fill refuses the whole. */
export function filledGrid(grid: FormGrid, typed: readonly TypedCell[]): FilledGrid {
  const locked = typed.find((cell) => !openCell(grid, cell))
  if (locked) return { ok: false, locked: `${locked.sheet} ${toA1(locked.row, locked.column)}` }
  return { ok: true, grid: { ...grid, sheets: grid.sheets.map((sheet) => filledSheet(sheet, typed)) } }
}

function filledSheet(sheet: GridSheet, typed: readonly TypedCell[]): GridSheet {
  const values = new Map(typed.filter((cell) => cell.sheet === sheet.name).map((cell) => [keyOf(cell), cell]))
  if (values.size === 0) return sheet
  const drawn = new Set(sheet.cells.map(keyOf))
  const added = [...values.values()].filter((cell) => !drawn.has(keyOf(cell)))
  const last = Math.max(sheet.rows.length - 1, ...added.map(({ row }) => row))
  const below = Array.from({ length: last + 1 - sheet.rows.length }, () => sheet.rows.at(-1) ?? { height: 20 })
  return {
    ...sheet,
    rows: [...sheet.rows, ...below],
    cells: [
      ...sheet.cells.map((cell) => ({ ...cell, value: values.get(keyOf(cell))?.value ?? cell.value })),
      ...added.map(({ row, column, value }) => ({ ...likeAbove(sheet, column), row, column, value })),
    ],
  }
}

function openCell(grid: FormGrid, { sheet: name, row, column }: TypedCell): boolean {
  const sheet = grid.sheets.find((each) => each.name === name)
  const cell = sheet?.cells.find((each) => each.row === row && each.column === column)
  if (cell) return !cell.locked && cell.formula === undefined
  // An unprotected ledger goes on below its drawn rows, and beside them nobody minds a remark.
  return sheet?.protected === false
}

/** What the last drawn cell of the column looks like: a ledger goes on in the same formats. */
function likeAbove(sheet: GridSheet, column: number): GridCell {
  const above = sheet.cells.findLast((cell) => cell.column === column && !cell.locked && cell.formula === undefined)
  return above ?? { row: 0, column, value: '', style: 'input-left', format: 'General', locked: false }
}

const keyOf = ({ row, column }: { readonly row: number; readonly column: number }) => `${row} ${column}`
