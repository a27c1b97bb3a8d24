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

/** A unit's row: its targets for everybody to see, its input cells open where the copy is its own. */
export function unitRow(
  form: Form,
  { units, targets, owner }: LayoutOptions,
  index: number,
  row: number,
  counted: (column: Column) => string | undefined,
): GridCell[] {
  const unit = units[index]
  if (!unit) return []
  const own = owner === unit.id || owner === null
  const columns = form.matrix.columns
  const at = cellIn(columns, row)
  return columns.map((column, position) => {
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
export function totalRow(form: Form, { totals, owner }: LayoutOptions, first: number, last: number): GridCell[] {
  const row = last + 1
  const columns = form.matrix.columns
  return columns.map((column, position) => {
    const value = position === 0 ? '合计' : column.role === 'target' ? targetValue(totals[column.target ?? '']) : ''
    const summed = owner === null && column.role === 'input' && column.type !== 'text'
    const letters = columnLetters(position)
    const formula = summed
      ? `SUM(${letters}${first + 1}:${letters}${last + 1})`
      : owner === null && !readsLedger(column)
        ? formulaFor(column, cellIn(columns, row))
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

function cellIn(columns: readonly Column[], row: number): (id: string) => string | undefined {
  return (id) => {
    const position = columns.findIndex((column) => column.id === id)
    return position < 0 ? undefined : toA1(row, position)
  }
}
