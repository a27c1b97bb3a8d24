import type { TranslateOf } from '../../i18n/translate.ts'
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
export function cellText(cell: BookCell, t: TranslateOf<'workbench'>): string {
  return cell.formula === undefined ? shownText(cell.value, cell.format) : t('grid.computed')
}

/** The active cell in words, for a screen reader and the line above the grid. */
export function cellWords(address: string, cell: BookCell, open: boolean, t: TranslateOf<'workbench'>): string {
  if (cell.formula !== undefined) return t('grid.words.computed', { address })
  const shown = cellText(cell, t)
  const state = open ? (cell.choices ? 'choose' : 'fill') : 'locked'
  return t('grid.words.cell', {
    address,
    shown: shown === '' ? t('grid.words.empty') : shown,
    state: t(`grid.words.${state}`),
  })
}
