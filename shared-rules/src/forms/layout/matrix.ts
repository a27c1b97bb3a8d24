import { toA1, toA1Block } from '../addresses.ts'
import type { Column, Form } from '../form.ts'
import type { GridHighlight, GridSheet, GridValidation } from '../grid.ts'
import { lineCell } from './body-cell.ts'
import { headDepth, layoutHead } from './head.ts'
import { validationOf } from './validation.ts'
import type { LayoutOptions } from './layout-options.ts'
import { isOpen, placed, totalRow, unitRow, type MatrixPlace } from './matrix-rows.ts'

const HEAD_TOP = 3
/** More units than this are too small to read on one page. */
export const ONE_PAGE = 36

/** First and last body row of the matrix; 合计 follows. */
export function matrixBody(form: Form, units: number): { first: number; last: number } {
  const first = HEAD_TOP + headDepth(form.matrix.columns)
  return { first, last: first + units - 1 }
}

/** The sheet 分解表: all units with their targets; the owner's row, or every row of the office's copy, is open. */
export function layoutMatrix(
  form: Form,
  options: LayoutOptions,
  counted: (column: Column) => string | undefined,
): GridSheet {
  const { columns, sheet, title, unitLine, remark, stampLine } = form.matrix
  const { units, owner } = options
  const right = columns.length - 1
  const { first, last } = matrixBody(form, units.length)
  const total = last + 1
  const half = Math.max(0, right - 2)
  const head = layoutHead(columns, HEAD_TOP)
  const place: MatrixPlace = { first, last, total, column: (id) => columns.findIndex((column) => column.id === id) }
  const body = units.flatMap((unit, index) => unitRow(form, options, index, first + index, place, counted))
  const cells = [
    lineCell(0, 0, form.annex, 'annex'),
    lineCell(1, 0, title, 'title'),
    lineCell(2, 0, caption(options), 'caption'),
    lineCell(2, half + 1, unitLine, 'unit-line'),
    ...head.cells,
    ...body,
    ...totalRow(form, options, place),
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
  const own = units.findIndex((unit) => unit.id === owner)
  const open = owner === null ? ([first, last] as const) : own < 0 ? null : ([first + own, first + own] as const)
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
    validations: open === null ? [] : matrixValidations(form, place, ...open),
    highlights: matrixHighlights(form, place),
  }
}

/** Excel's validations for the rows that are open. */
export function matrixValidations(form: Form, place: MatrixPlace, from: number, to: number): GridValidation[] {
  return placed(form, place).flatMap(([column, position]) =>
    isOpen(column) ? validationOf(column, toA1Block(from, position, to, position)) : [],
  )
}

export function caption({ units, owner, sample }: LayoutOptions): string {
  const unit = units.find(({ id }) => id === owner)
  return [unit && `填报单位：${unit.name}`, sample && '任务数为示例（非官方）'].filter(Boolean).join('　　')
}

export function matrixHighlights(form: Form, place: MatrixPlace): GridHighlight[] {
  const { first, last } = place
  return placed(form, place).flatMap(([column, position]): GridHighlight[] => {
    const area = toA1Block(first, position, last, position)
    const cell = toA1(first, position)
    if (column.role === 'input' && column.type !== 'text') return [{ area, formula: `ISTEXT(${cell})`, tint: 'fault' }]
    if (column.role === 'derived' && column.type === 'percent')
      return [{ area, formula: `AND(ISNUMBER(${cell}),${cell}>=1)`, tint: 'reached' }]
    return []
  })
}
