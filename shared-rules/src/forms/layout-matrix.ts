import { columnLetters, toA1, toA1Block } from './addresses.ts'
import type { Column, Form } from './form.ts'
import type { GridCell, GridHighlight, GridSheet } from './grid.ts'
import { formatOf, formulaFor, lineCell, readsLedger, styleOf } from './layout-cell.ts'
import { headDepth, layoutHead } from './layout-head.ts'
import type { LayoutOptions } from './layout.ts'
import type { CellValue } from './snapshot.ts'
import { validationOf } from './layout-validation.ts'

/** What stands in a target cell of a unit without the task: not empty, and not zero. */
export const NO_TASK = '—'
const HEAD_TOP = 3
/** More units than this are too small to read on one page. */
const ONE_PAGE = 36

/** First and last body row of the matrix; 合计 follows. */
export function matrixBody(form: Form, units: number): { first: number; last: number } {
  const first = HEAD_TOP + headDepth(form.matrix.columns)
  return { first, last: first + units - 1 }
}

/** The sheet 分解表: all units with their targets; the owner's row, or every row of the office's copy, is open. */
export function layoutMatrix(
  form: Form,
  options: LayoutOptions,
  range: (ledger: string, column: string) => string | undefined,
): GridSheet {
  const { columns, sheet, title, unitLine, remark, stampLine } = form.matrix
  const { units, owner } = options
  const right = columns.length - 1
  const { first, last } = matrixBody(form, units.length)
  const total = last + 1
  const half = Math.max(0, right - 2)
  const head = layoutHead(columns, HEAD_TOP)
  const body = units.flatMap((unit, index) => unitRow(form, options, index, first + index, range))
  const cells = [
    lineCell(0, 0, form.annex, 'annex'),
    lineCell(1, 0, title, 'title'),
    lineCell(2, 0, caption(options), 'caption'),
    lineCell(2, half + 1, unitLine, 'unit-line'),
    ...head.cells,
    ...body,
    ...totalRow(form, options, first, last),
    lineCell(total + 1, 0, remark, 'remark'),
    lineCell(total + 2, 0, stampLine, 'stamp'),
  ]
  const merges = [
    toA1Block(1, 0, 1, right),
    toA1Block(2, 0, 2, half),
    toA1Block(2, half + 1, 2, right),
    ...head.merges,
    toA1Block(total, 0, total, 1),
    toA1Block(total + 1, 0, total + 1, right),
    toA1Block(total + 2, 0, total + 2, right),
  ]
  const depth = first - HEAD_TOP
  const ownRow = units.findIndex((unit) => unit.id === owner)
  const [from, to] = owner === null ? [first, last] : [first + ownRow, first + ownRow]
  return {
    name: sheet,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      ...[20, 34, 20].map((height) => ({ height })),
      ...Array.from({ length: depth }, () => ({ height: depth > 2 ? 22 : 24 })),
      ...units.map(() => ({ height: 19, grows: true })),
      ...[21, 22, 30].map((height) => ({ height })),
    ],
    cells,
    merges,
    frozen: { rows: first, columns: 2 },
    protected: true,
    print: {
      area: toA1Block(0, 0, total + 2, right),
      paper: 'A4',
      landscape: true,
      onePage: units.length <= ONE_PAGE,
      titleRows: `${HEAD_TOP + 1}:${first}`,
    },
    validations:
      owner !== null && ownRow < 0
        ? []
        : columnsOpen(columns).flatMap(([column, index]) => validationOf(column, toA1Block(from, index, to, index))),
    highlights: highlights(columns, first, last),
  }
}

const columnsOpen = (columns: readonly Column[]): [Column, number][] =>
  columns.flatMap((column, index) => (isOpen(column) ? [[column, index] as [Column, number]] : []))

const isOpen = (column: Column) => column.role === 'input' || column.role === 'note'

function caption({ units, owner, sample }: LayoutOptions): string {
  const unit = units.find(({ id }) => id === owner)
  return [unit && `填报单位：${unit.name}`, sample && '任务数为示例（非官方）'].filter(Boolean).join('　　')
}

function unitRow(
  form: Form,
  { units, targets, owner }: LayoutOptions,
  index: number,
  row: number,
  range: (ledger: string, column: string) => string | undefined,
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
    const counted = column.role === 'derived' && own && !(owner === null && readsLedger(column))
    const formula = counted ? formulaFor(column, at, range) : undefined
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
function totalRow(form: Form, { totals, owner }: LayoutOptions, first: number, last: number): GridCell[] {
  const row = last + 1
  const columns = form.matrix.columns
  return columns.map((column, position) => {
    const value = position === 0 ? '合计' : column.role === 'target' ? targetValue(totals[column.target ?? '']) : ''
    const summed = owner === null && column.role === 'input' && column.type !== 'text'
    const letters = columnLetters(position)
    const formula = summed
      ? `SUM(${letters}${first + 1}:${letters}${last + 1})`
      : owner === null && !readsLedger(column)
        ? formulaFor(column, cellIn(columns, row), () => undefined)
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

function highlights(columns: readonly Column[], first: number, last: number): GridHighlight[] {
  return columns.flatMap((column, index): GridHighlight[] => {
    const area = toA1Block(first, index, last, index)
    const cell = toA1(first, index)
    if (column.role === 'input' && column.type !== 'text') return [{ area, formula: `ISTEXT(${cell})`, tint: 'fault' }]
    if (column.role === 'derived' && column.type === 'percent')
      return [{ area, formula: `AND(ISNUMBER(${cell}),${cell}>=1)`, tint: 'reached' }]
    return []
  })
}
