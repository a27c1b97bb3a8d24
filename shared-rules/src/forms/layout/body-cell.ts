import type { Column } from '../form.ts'
import type { GridCell, StyleName } from '../grid.ts'
import type { CellValue } from '../snapshot.ts'

/** Number format of a column's cells. Typed text is kept as text, so that nothing typed turns into a formula. */
export function formatOf(column: Column, value: CellValue = ''): string {
  switch (column.type) {
    case 'text':
    case 'choice':
      return '@'
    case 'date':
      return 'yyyy-mm-dd'
    case 'count':
      return '0'
    case 'percent':
      // A derived share is Excel's own fraction; a typed one is the number before the sign, 60 for 60%.
      return column.role === 'derived' ? '0.0%' : 'General'
    case 'amount':
      return column.role === 'target' && Number.isInteger(value) ? '#,##0' : '#,##0.00'
  }
}

/** Words to the left, short ones to the middle, figures to the right. */
export function styleOf(column: Column, group: 'body' | 'input' | 'total'): StyleName {
  const figure = column.type === 'amount' || (column.type === 'percent' && column.role !== 'derived')
  if (group === 'total') return figure ? 'total-right' : 'total-centre'
  if (figure) return `${group}-right`
  return column.type === 'text' && column.role !== 'number' ? `${group}-left` : `${group}-centre`
}

/** One line of text over the whole width, or from `left` to `right` of it. */
export function lineCell(row: number, column: number, value: string, style: StyleName): GridCell {
  return { row, column, value, style, locked: true, format: '@' }
}

/** The column's formula for one row: `{reported}` becomes that column's cell. Undefined when a column named in it does not exist. */
export function formulaFor(column: Column, cell: (column: string) => string | undefined): string | undefined {
  let complete = column.formula !== undefined
  const formula = (column.formula ?? '').replace(/\{(\w+)\}/g, (_, id: string) => {
    const reference = cell(id)
    if (reference === undefined) complete = false
    return reference ?? ''
  })
  return complete ? formula : undefined
}

/** Is a ledger counted here? Then it is that of the one unit whose ledger the workbook carries. */
export const readsLedger = (column: Column): boolean => column.indicator !== undefined
