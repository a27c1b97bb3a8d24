import type { Binding } from '@kaohe/shared-rules'
import type { BookSheet } from '../workbooks/reading/book.ts'

/** The largest honest report, 2,000 ledger rows of 16 columns, is two thirds of this; more would keep everybody else waiting. */
export const mostDrawnPlaces = 50_000

/** How many cells a form would have when it is drawn: its frame is drawn whole, however sparse the sheet is that it lies on. */
export function drawnPlaces(sheets: readonly BookSheet[], { matrix, ledgers }: Binding): number {
  const places = [matrix, ...Object.values(ledgers)]
  return sheets.reduce((sum, { name, values }) => {
    const columns = places.flatMap((place) => (place.sheet === name ? Object.values(place.columns) : []))
    const width = Math.max(0, ...columns.map((column) => column + 1), ...values.map((row) => row.length))
    return columns.length === 0 ? sum : sum + values.length * width
  }, 0)
}
