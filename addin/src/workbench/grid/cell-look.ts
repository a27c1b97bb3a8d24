import type { BookCell } from '../../workbook/book-sheet.ts'
import { shownText } from './number-format.ts'

/** Which side a cell's text keeps to, and whether it may take several lines. */
export function alignmentOf(style: string): 'left' | 'centre' | 'right' {
  if (style.endsWith('-left') || style === 'annex' || style === 'caption' || style === 'remark') return 'left'
  if (style.endsWith('-centre') || style === 'title' || style === 'head' || style === 'report-head') return 'centre'
  if (style.endsWith('-right') || style === 'unit-line' || style === 'stamp' || style === 'report-number')
    return 'right'
  return 'left'
}

/** There is no formula engine here: what Excel would compute says that it is computed, never an old figure. */
export const computedText = '自动'

export function cellText(cell: BookCell): string {
  return cell.formula === undefined ? shownText(cell.value, cell.format) : computedText
}

/** The active cell in words, for a screen reader and the line above the grid. */
export function cellWords(address: string, cell: BookCell, open: boolean): string {
  if (cell.formula !== undefined) return `${address}，由公式算出，试算结果见填报窗格，已锁定`
  const shown = cellText(cell)
  return [address, shown === '' ? '空' : shown, open ? (cell.choices ? '可选择' : '可填写') : '已锁定'].join('，')
}
