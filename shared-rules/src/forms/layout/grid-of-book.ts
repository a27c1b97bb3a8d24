import type { Annex, AnnexSheet } from '../annex.ts'
import type { Column, Form } from '../form.ts'
import type { FormGrid, GridCell, GridSheet } from '../grid.ts'
import type { Binding, TableBinding } from '../recognition/binding.ts'
import { isReported } from '../reading/sheet-rows.ts'
import type { Unit } from '../../unit.ts'
import { annexRows } from './annex-rows.ts'
import { drawAnnexSheet, headTopOf } from './annex-sheet.ts'
import { formatOf, styleOf } from './body-cell.ts'

/** Blank rows of a ledger that stand open below the filled ones. */
const SPARE = 20

/** A workbook that somebody has, as the workbench draws it. */
export interface LocalBook extends Annex {
  readonly names: Readonly<Record<string, string>>
}

/**
 * Draws a filled form as it is, to be filled in further: the unit's cells and its ledgers open, all else locked. Without a
 * form, every sheet is only shown.
 */
export function gridOfBook(
  book: LocalBook,
  recognised: { readonly form: Form; readonly binding: Binding; readonly unit: Unit } | null,
  fileName: string,
): FormGrid {
  return {
    form: recognised?.form.id ?? '',
    template: recognised?.binding.template ?? 0,
    title: recognised?.form.title ?? fileName,
    fileName,
    owner: recognised?.unit.id ?? null,
    sheets: book.sheets.map((sheet) => {
      const ledger = recognised?.form.ledgers.find(({ id }) => recognised.binding.ledgers[id]?.sheet === sheet.name)
      const place = ledger && recognised?.binding.ledgers[ledger.id]
      if (ledger && place) return openLedger(sheet, place, ledger.columns)
      if (recognised && recognised.binding.matrix.sheet === sheet.name) return openMatrix(sheet, recognised)
      return drawAnnexSheet(sheet, null)
    }),
    names: book.names,
  }
}

function openMatrix(
  sheet: AnnexSheet,
  { form, binding, unit }: { readonly form: Form; readonly binding: Binding; readonly unit: Unit },
): GridSheet {
  const { matrix } = binding
  const rows = annexRows(sheet, matrix, [unit])
  const own = rows.units.get(unit.id)
  const others = rows.strangers.map(({ row }) => row)
  const last = Math.max(matrix.firstRow, own ?? 0, rows.total ?? 0, ...others)
  const drawn = drawAnnexSheet(sheet, frameOf(sheet, matrix, last))
  return own === undefined ? drawn : opened(drawn, sheet, matrix, form.matrix.columns, [own])
}

function openLedger(sheet: AnnexSheet, place: TableBinding, columns: readonly Column[]): GridSheet {
  const last = Math.max(place.firstRow, sheet.values.length) + SPARE
  const drawn = drawAnnexSheet(sheet, frameOf(sheet, place, sheet.values.length - 1))
  const rows = Array.from({ length: last - place.firstRow }, (_, index) => place.firstRow + index)
  const added = Array.from({ length: Math.max(0, last - drawn.rows.length) }, () => ({ height: 19 }))
  return { ...opened({ ...drawn, rows: [...drawn.rows, ...added] }, sheet, place, columns, rows), protected: false }
}

function frameOf(sheet: AnnexSheet, { columns, firstRow }: TableBinding, lastRow: number) {
  const positions = Object.values(columns)
  const [left, right] = [Math.min(...positions), Math.max(...positions)]
  return { headTop: headTopOf(sheet, firstRow, left, right), firstRow, lastRow, left, right }
}

function opened(
  drawn: GridSheet,
  sheet: AnnexSheet,
  place: TableBinding,
  columns: readonly Column[],
  rows: readonly number[],
): GridSheet {
  const open = rows.flatMap((row) =>
    columns.filter(isReported).flatMap((column): GridCell[] => {
      const position = place.columns[column.id]
      if (position === undefined) return []
      const value = sheet.values[row]?.[position] ?? ''
      return [
        {
          row,
          column: position,
          value,
          style: styleOf(column, 'input'),
          locked: false,
          format: formatOf(column, value),
          ...(column.choices ? { choices: column.choices } : {}),
        },
      ]
    }),
  )
  const keyOf = ({ row, column }: GridCell) => `${row} ${column}`
  const keys = new Set(open.map(keyOf))
  return { ...drawn, cells: [...drawn.cells.filter((cell) => !keys.has(keyOf(cell))), ...open] }
}
