import { toA1, toA1Block } from '../addresses.ts'
import type { Ledger } from '../form.ts'
import type { GridHighlight, GridSheet } from '../grid.ts'
import { formatOf, lineCell, styleOf } from './body-cell.ts'
import { headDepth, layoutHead } from './head.ts'
import type { LayoutOptions } from './layout-options.ts'
import { validationOf } from './validation.ts'

const HEAD_TOP = 3
/** A4 across takes about this many characters before print becomes too small to read. */
const A4_CHARACTERS = 150

/** First and last drawn row of a ledger. */
export function ledgerBody(ledger: Ledger): { first: number; last: number } {
  const first = HEAD_TOP + headDepth(ledger.columns)
  return { first, last: first + ledger.capacity - 1 }
}

/** The sheet 台账: empty rows of the unit's own. Not protected: Excel sorts no protected sheet. */
export function layoutLedger(ledger: Ledger, { units, owner }: LayoutOptions): GridSheet {
  const { columns } = ledger
  const right = columns.length - 1
  const { first, last } = ledgerBody(ledger)
  const half = Math.max(0, right - 3)
  const head = layoutHead(columns, HEAD_TOP)
  const rows = Array.from({ length: ledger.capacity }, (_, index) => first + index)
  const unit = units.find(({ id }) => id === owner)
  return {
    name: ledger.sheet,
    columns: columns.map(({ width }) => ({ width })),
    rows: [
      ...[34, 20, 20].map((height) => ({ height })),
      ...Array.from({ length: first - HEAD_TOP }, () => ({ height: 22 })),
      ...rows.map(() => ({ height: 20, grows: true })),
    ],
    cells: [
      lineCell(0, 0, ledger.title, 'title'),
      lineCell(1, 0, ledger.remark, 'remark'),
      lineCell(2, 0, `填报单位：${unit?.name ?? ''}`, 'caption'),
      lineCell(2, half + 1, ledger.unitLine, 'unit-line'),
      ...head.cells,
      ...rows.flatMap((row) =>
        columns.map((column, position) => ({
          row,
          column: position,
          value: '',
          style: styleOf(column, 'input'),
          locked: false,
          format: formatOf(column),
          ...(column.choices ? { choices: column.choices } : {}),
        })),
      ),
    ],
    merges: [
      toA1Block(0, 0, 0, right),
      toA1Block(1, 0, 1, right),
      toA1Block(2, 0, 2, half),
      toA1Block(2, half + 1, 2, right),
      ...head.merges,
    ],
    frozen: { rows: first, columns: 2 },
    protected: false,
    print: {
      area: toA1Block(0, 0, last, right),
      paper: columns.reduce((sum, { width }) => sum + width, 0) > A4_CHARACTERS ? 'A3' : 'A4',
      landscape: true,
      onePage: false,
      titleRows: `${HEAD_TOP + 1}:${first}`,
    },
    validations: columns.flatMap((column, index) => validationOf(column, toA1Block(first, index, last, index))),
    highlights: highlights(ledger, first, last),
  }
}

/** Text where a figure or a date belongs, and a begun row without what it is known by. */
function highlights({ columns, identity }: Ledger, first: number, last: number): GridHighlight[] {
  const row = `$${toA1(first, 0)}:$${toA1(first, columns.length - 1)}`
  return columns.flatMap((column, index): GridHighlight[] => {
    const area = toA1Block(first, index, last, index)
    const cell = toA1(first, index)
    const figure = column.type !== 'text' && column.type !== 'choice'
    return [
      ...(figure ? [{ area, formula: `ISTEXT(${cell})`, tint: 'fault' as const }] : []),
      ...(column.id === identity[0]
        ? [{ area, formula: `AND(COUNTA(${row})>0,${cell}="")`, tint: 'gap' as const }]
        : []),
    ]
  })
}
