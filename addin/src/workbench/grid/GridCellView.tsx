import { mergeClasses } from '@fluentui/react-components'
import { useTranslation } from '../../i18n/use-translation.ts'
import { type BookCell } from '../../workbook/book-sheet.ts'
import { alignmentOf, cellText } from './cell-look.ts'
import { useGridStyles } from './Grid.styles.ts'
import { isTextFormat } from './number-format.ts'

interface GridCellViewProps {
  readonly id: string
  readonly cell: BookCell
  readonly open: boolean
  readonly protectedSheet: boolean
  readonly row: number
  readonly column: number
  readonly width: number
  readonly height: number
  /** Where the cell stands still while the rest scrolls, or undefined. */
  readonly frozenAt: number | undefined
  readonly columns: number
  readonly selected: boolean
  readonly active: boolean
}

/** One cell, or one merged block drawn in its first cell. */
export function GridCellView(props: GridCellViewProps) {
  const { id, cell, open, protectedSheet, row, column, width, height, frozenAt, columns, selected, active } = props
  const styles = useGridStyles()
  const { t } = useTranslation('workbench')
  const text = cellText(cell, t)
  const group = cell.style.replace(/-(left|centre|right|number|text)$/, '')
  const wraps = group === 'head' || group === 'remark' || cell.style === 'report-head' || text.includes('\n')
  // A word where a figure belongs is seen at once, as the conditional format of the workbook shows it.
  const misplaced = group === 'input' && typeof cell.value === 'string' && text !== '' && !isTextFormat(cell.format)
  return (
    <div
      id={id}
      role="gridcell"
      aria-colindex={column + 1}
      aria-colspan={columns > 1 ? columns : undefined}
      aria-selected={selected || active}
      aria-readonly={!open}
      data-row={row}
      data-column={column}
      title={cell.formula === undefined ? undefined : t('grid.computedTitle')}
      style={{ width, height, left: frozenAt }}
      className={mergeClasses(
        styles.cell,
        frozenAt !== undefined && styles.frozenCell,
        styles[alignmentOf(cell.style)],
        looks(styles, group, protectedSheet),
        cell.formula !== undefined && styles.computed,
        misplaced && styles.fault,
        selected && !active && styles.selected,
        active && styles.active,
      )}
    >
      {text !== '' && <span className={mergeClasses(styles.text, wraps && styles.wrapped)}>{text}</span>}
      {active && open && cell.choices && (
        <span className={styles.choice} data-choices aria-hidden="true">
          ▾
        </span>
      )}
    </div>
  )
}

function looks(styles: ReturnType<typeof useGridStyles>, group: string, protectedSheet: boolean): string | undefined {
  switch (group) {
    case 'title':
    case 'report-title':
      return mergeClasses(styles.bare, styles.title)
    case 'annex':
    case 'caption':
    case 'unit-line':
    case 'remark':
    case 'stamp':
    case 'report-note':
      return mergeClasses(styles.bare, styles.quiet)
    case 'head':
    case 'report-head':
      return mergeClasses(styles.framed, styles.head)
    case 'total':
      return mergeClasses(styles.framed, styles.total)
    case 'input':
      return mergeClasses(styles.framed, protectedSheet ? styles.rareInput : styles.input)
    case 'body':
    case 'report':
      return styles.framed
    default:
      return protectedSheet ? styles.bare : undefined
  }
}
