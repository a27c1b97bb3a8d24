import { fingerprint, type Cells, type Form, type FormRecord } from '@kaohe/shared-rules'
import type { RowNumber } from '../reports/receipt.ts'

/** One thing of a report that a bureau decides about. `content` changes when what was reported changes. */
export type Item =
  | {
      readonly kind: 'figure'
      /** Column of the matrix. */
      readonly item: string
      readonly key: string
      readonly value: string | null
      readonly content: string
    }
  | {
      readonly kind: 'row'
      /** 项目编号. */
      readonly item: string
      readonly ledger: string
      readonly row: number
      readonly cells: Cells
      readonly content: string
    }

/** The figures and ledger rows of a report. Empty rows, which have no number, are none. */
export function itemsOf(form: Form, record: FormRecord, numbers: readonly RowNumber[]): readonly Item[] {
  const figures = form.matrix.columns.flatMap(({ id, figure }): readonly Item[] => {
    if (figure === undefined) return []
    const value = record.cells[id]?.trim() || null
    return [{ kind: 'figure', item: id, key: figure, value, content: fingerprint(value) }]
  })
  const rows = form.ledgers.flatMap((ledger) => {
    const numberColumn = ledger.columns.find(({ role }) => role === 'number')?.id
    return numbers
      .filter((entry) => entry.ledger === ledger.id)
      .flatMap(({ row, number }): readonly Item[] => {
        const cells = record.ledgers[ledger.id]?.[row]
        if (!cells) return []
        // The number is written into the sheet after the first report; that changes nothing of what is claimed.
        const claimed = Object.entries(cells).filter(([column, value]) => column !== numberColumn && value !== null)
        const content = fingerprint(Object.fromEntries(claimed))
        return [{ kind: 'row', item: number, ledger: ledger.id, row, cells, content }]
      })
  })
  return [...figures, ...rows]
}
