import { mergeClasses } from '@fluentui/react-components'
import { memo, type ReactNode } from 'react'
import { type BookRow, type BookSheet, cellAt, isOpen } from '../../workbook/book-sheet.ts'
import { type Geometry, headHeight, headWidth } from './geometry.ts'
import { useGridStyles } from './Grid.styles.ts'
import { GridCellView } from './GridCellView.tsx'
import { areaAt, type Merges } from './merges.ts'

interface GridRowProps {
  readonly gridId: string
  readonly row: number
  /** Only its identity counts: a row is drawn anew when its cells changed. */
  readonly cells: BookRow | undefined
  readonly sheet: BookSheet
  readonly geometry: Geometry
  readonly merges: Merges
  /** The selected columns of this row, and the active one, or -1. */
  readonly from: number
  readonly to: number
  readonly active: number
}

/** One row of the sheet. Memoised, so that typing in one cell draws one row. */
export const GridRow = memo(function GridRow({ gridId, row, sheet, geometry, merges, from, to, active }: GridRowProps) {
  const styles = useGridStyles()
  const { tops, lefts, columnCount, frozenRows, frozenColumns } = geometry
  const top = (tops[row] ?? 0) + headHeight
  const height = (tops[row + 1] ?? 0) - (tops[row] ?? 0)
  const frozen = row < frozenRows
  const cells: ReactNode[] = []
  for (let column = 0; column < columnCount; column += 1) {
    const area = areaAt(merges, { row, column })
    const width = (lefts[area.right + 1] ?? 0) - (lefts[column] ?? 0)
    if (area.top !== row || area.left !== column) {
      // Covered by a block that is drawn in another row, or that began left of here in this one.
      if (area.top !== row)
        cells.push(<div key={column} className={styles.gap} style={{ width }} role="presentation" />)
      column = area.right
      continue
    }
    cells.push(
      <GridCellView
        key={column}
        id={`${gridId}-${row}-${column}`}
        cell={cellAt(sheet, { row, column })}
        open={isOpen(sheet, { row, column })}
        protectedSheet={sheet.protected}
        row={row}
        column={column}
        width={width}
        height={(tops[area.bottom + 1] ?? 0) - (tops[row] ?? 0)}
        frozenAt={area.right < frozenColumns ? headWidth + (lefts[column] ?? 0) : undefined}
        columns={area.right - area.left + 1}
        selected={column <= to && area.right >= from}
        active={active >= column && active <= area.right}
      />,
    )
    column = area.right
  }
  return (
    <div
      role="row"
      aria-rowindex={row + 1}
      className={mergeClasses(styles.row, frozen && styles.frozenRow)}
      style={{ top: frozen ? undefined : top, height, width: headWidth + (lefts[columnCount] ?? 0) }}
    >
      <div
        role="rowheader"
        data-row-heading={row}
        className={mergeClasses(styles.heading, styles.rowHeading, from <= to && styles.headingOfSelection)}
        style={{ width: headWidth, height }}
      >
        {row + 1}
      </div>
      {cells}
    </div>
  )
}, sameRow)

function sameRow(before: GridRowProps, after: GridRowProps): boolean {
  return (
    before.cells === after.cells &&
    before.row === after.row &&
    before.geometry === after.geometry &&
    before.merges === after.merges &&
    before.sheet.name === after.sheet.name &&
    before.from === after.from &&
    before.to === after.to &&
    before.active === after.active
  )
}
