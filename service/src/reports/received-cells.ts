import { cellPath, type Cells, type Form, type FormRecord } from '@kaohe/shared-rules'
import type { Numbering } from './numbers.ts'
import type { ReceivedCell, RowNumber } from './receipt.ts'

export interface EarlierReport {
  readonly record: FormRecord
  readonly numbers: readonly RowNumber[]
}

/** What became of each cell, compared with the unit's report before; ledger rows are compared by their number, wherever they moved. */
export function receivedCells(
  form: Form,
  record: FormRecord,
  { numbers, strange }: Pick<Numbering, 'numbers' | 'strange'>,
  earlier: EarlierReport | null,
): readonly ReceivedCell[] {
  const received: ReceivedCell[] = []
  for (const column of Object.keys(record.cells)) {
    const status = statusOf(record.cells[column], earlier?.record.cells[column])
    if (status) received.push({ path: cellPath(column), status })
  }
  for (const { id: ledger } of form.ledgers) {
    for (const [index, row] of (record.ledgers[ledger] ?? []).entries()) {
      const before = earlierRow(ledger, numberAt(numbers, ledger, index), earlier)
      const refused = strange.find((one) => one.ledger === ledger && one.row === index)?.column
      for (const column of Object.keys(row)) {
        const path = cellPath(ledger, index, column)
        const status = statusOf(row[column], before?.[column])
        if (column === refused) received.push({ path, status: 'refused', reason: notIssued })
        else if (status) received.push({ path, status })
      }
    }
  }
  return received
}

const notIssued = '此编号不是区里发给这一行的，已按回执中的编号登记'

/** Nothing is said of a cell that is as empty as it was. */
function statusOf(now: string | null | undefined, before: string | null | undefined) {
  const value = now ?? null
  const was = before ?? null
  if (value === null && was === null) return null
  return value === was ? 'unchanged' : 'accepted'
}

function earlierRow(ledger: string, number: string | undefined, earlier: EarlierReport | null): Cells | undefined {
  const row = earlier?.numbers.find((entry) => entry.ledger === ledger && entry.number === number)?.row
  return row === undefined ? undefined : earlier?.record.ledgers[ledger]?.[row]
}

const numberAt = (numbers: readonly RowNumber[], ledger: string, row: number): string | undefined =>
  numbers.find((entry) => entry.ledger === ledger && entry.row === row)?.number
