import { fromA1 } from '@kaohe/shared-rules'
import type { Template } from '../../api/templates.ts'
import { grouped } from '../../ui/figure.ts'

type Sheet = Template['annex'][number]

export interface PictureCell {
  readonly column: number
  readonly text: string
  readonly style: string
  readonly rowSpan: number
  readonly colSpan: number
  /** In characters. */
  readonly width: number
}

/** More rows than an annex has; a sheet of thousands is not drawn to its end. */
const rowsShown = 120
const widest = 14
/** Of a column in which nothing stands. */
const bare = 2

/** A sheet as rows of cells; of a merged block only its first cell is there. */
export function pictureOf(sheet: Sheet): {
  readonly rows: readonly { readonly row: number; readonly cells: readonly PictureCell[] }[]
  readonly left: number
} {
  const cells = new Map(sheet.cells.map((cell) => [`${cell.row} ${cell.column}`, cell]))
  const written = new Set(sheet.cells.filter(({ value }) => value !== '').map(({ column }) => column))
  const spans = new Map<string, { readonly rowSpan: number; readonly colSpan: number }>()
  const covered = new Set<string>()
  for (const block of sheet.merges) {
    const [first, last] = block.split(':').map((address) => fromA1(address))
    if (!first || !last) continue
    spans.set(`${first.row} ${first.column}`, {
      rowSpan: last.row - first.row + 1,
      colSpan: last.column - first.column + 1,
    })
    for (let row = first.row; row <= last.row; row += 1)
      for (let column = first.column; column <= last.column; column += 1)
        if (row !== first.row || column !== first.column) covered.add(`${row} ${column}`)
  }
  const rows = sheet.rows.slice(0, rowsShown).map((_, row) => ({
    row,
    cells: sheet.columns.flatMap(({ width }, column): readonly PictureCell[] => {
      const at = `${row} ${column}`
      if (covered.has(at)) return []
      const cell = cells.get(at)
      const { rowSpan, colSpan } = spans.get(at) ?? { rowSpan: 1, colSpan: 1 }
      const shown = colSpan > 1 ? 0 : Math.min(width, written.has(column) ? widest : bare)
      return [{ column, text: textOf(cell?.value ?? ''), style: cell?.style ?? '', rowSpan, colSpan, width: shown }]
    }),
  }))
  return { rows, left: Math.max(0, sheet.rows.length - rowsShown) }
}

const textOf = (value: Sheet['cells'][number]['value']): string =>
  typeof value === 'number' ? grouped(String(value)) : String(value)
