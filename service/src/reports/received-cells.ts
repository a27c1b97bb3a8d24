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
  const cells = Object.keys(record.cells).flatMap((column) =>
    compared(cellPath(column), record.cells[column], earlier?.record.cells[column]),
  )
  const rows = form.ledgers.flatMap((ledger) =>
    (record.ledgers[ledger.id] ?? []).flatMap((row, index) => {
      const before = earlierRow(ledger.id, numberAt(numbers, ledger.id, index), earlier)
      return Object.keys(row).flatMap((column): readonly ReceivedCell[] => {
        const path = cellPath(ledger.id, index, column)
        const isStrange = strange.some((one) => one.ledger === ledger.id && one.row === index && one.column === column)
        if (isStrange) return [{ path, status: 'refused', reason: '此编号不是区里发给这一行的，已按回执中的编号登记' }]
        return compared(path, row[column], before?.[column])
      })
    }),
  )
  return [...cells, ...rows]
}

function compared(
  path: string,
  now: string | null | undefined,
  before: string | null | undefined,
): readonly ReceivedCell[] {
  const value = now ?? null
  const was = before ?? null
  if (value === null && was === null) return []
  return [{ path, status: value === was ? 'unchanged' : 'accepted' }]
}

function earlierRow(ledger: string, number: string | undefined, earlier: EarlierReport | null): Cells | undefined {
  const row = earlier?.numbers.find((entry) => entry.ledger === ledger && entry.number === number)?.row
  return row === undefined ? undefined : earlier?.record.ledgers[ledger]?.[row]
}

const numberAt = (numbers: readonly RowNumber[], ledger: string, row: number): string | undefined =>
  numbers.find((entry) => entry.ledger === ledger && entry.row === row)?.number
