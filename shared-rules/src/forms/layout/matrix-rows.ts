import { columnLetters, toA1 } from '../addresses.ts'
import type { Column, Form } from '../form.ts'
import type { GridCell } from '../grid.ts'
import { formatOf, formulaFor, readsLedger, styleOf } from './body-cell.ts'
import type { LayoutOptions } from './layout-options.ts'
import type { CellValue } from '../snapshot.ts'

/** What stands in a target cell of a unit without the task: not empty, and not zero. */
const NO_TASK = '—'

/** Columns of the matrix that a unit fills in. */
export const isOpen = (column: Column) => column.role === 'input' || column.role === 'note'

/** Where a table's rows and columns lie, counted from zero. */
export interface MatrixPlace {
  readonly first: number
  readonly last: number
  /** Of 合计; absent where there is none. */
  readonly total: number | undefined
  /** By column id; a column without a place is not drawn. */
  readonly column: (id: string) => number | undefined
}

/** A unit's row: its targets for everybody to see, its input cells open where the copy is its own. */
export function unitRow(
  form: Form,
  { units, targets, owner }: LayoutOptions,
  index: number,
  row: number,
  place: MatrixPlace,
  counted: (column: Column) => string | undefined,
): GridCell[] {
  const unit = units[index]
  if (!unit) return []
  const own = owner === unit.id || owner === null
  const at = cellIn(place, row)
  return placed(form, place).map(([column, position]) => {
    const open = own && isOpen(column)
    const value = ((): CellValue => {
      if (column.role === 'ordinal') return index + 1
      if (column.role === 'unit') return unit.name
      if (column.role === 'target') return targetValue(targets[unit.id]?.[column.target ?? ''])
      return ''
    })()
    const formula = own && column.role === 'derived' ? (formulaFor(column, at) ?? counted(column)) : undefined
    return {
      row,
      column: position,
      value: formula !== undefined && readsLedger(column) ? 0 : value,
      ...(formula === undefined ? {} : { formula }),
      style: value === NO_TASK ? 'body-centre' : styleOf(column, open ? 'input' : 'body'),
      locked: !open,
      format: formatOf(column, value),
      ...(open && column.choices ? { choices: column.choices } : {}),
    }
  })
}

/** 合计: the issued figures of the district, as numbers; what the units have done is added up in the office's copy only. */
export function totalRow(form: Form, { totals, owner }: LayoutOptions, place: MatrixPlace): GridCell[] {
  const { first, last, total: row } = place
  if (row === undefined) return []
  return placed(form, place).map(([column, position], index) => {
    const value = index === 0 ? '合计' : column.role === 'target' ? targetValue(totals[column.target ?? '']) : ''
    const summed = owner === null && column.role === 'input' && column.type !== 'text'
    const letters = columnLetters(position)
    const formula = summed
      ? `SUM(${letters}${first + 1}:${letters}${last + 1})`
      : owner === null && !readsLedger(column)
        ? formulaFor(column, cellIn(place, row))
        : undefined
    return {
      row,
      column: position,
      value: summed ? 0 : value,
      ...(formula === undefined ? {} : { formula }),
      style: styleOf(column, 'total'),
      locked: true,
      format: formatOf(column, value),
    }
  })
}

/** A sheet holds doubles; issued figures are far inside what a double keeps exactly. */
function targetValue(text: string | undefined): CellValue {
  return text === undefined ? NO_TASK : +text
}

/** The columns that have a place, with it. */
export function placed(form: Form, place: MatrixPlace): readonly (readonly [Column, number])[] {
  return form.matrix.columns.flatMap((column) => {
    const position = place.column(column.id)
    return position === undefined ? [] : [[column, position] as const]
  })
}

function cellIn(place: MatrixPlace, row: number): (id: string) => string | undefined {
  return (id) => {
    const position = place.column(id)
    return position === undefined ? undefined : toA1(row, position)
  }
}
