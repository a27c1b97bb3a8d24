import {
  cellPath,
  type CellAddress,
  type CellPath,
  type Cells,
  type FormRecord,
  type Ledger,
} from '@kaohe/shared-rules'
import { rowIdentity } from '../../ui/row-identity.ts'

/** A row that bears the number of a row above it: most likely copied from there. */
export interface CopiedRow {
  readonly number: string
  /** The row it was copied from, counted from zero. */
  readonly from: number
  /** The cell of its number, to be emptied when it is a project of its own. */
  readonly place?: CellAddress
}

/** Copied rows by row. The first bearer of a number keeps it. */
export function copiedRows(
  ledger: Ledger,
  record: FormRecord,
  addresses: Readonly<Record<CellPath, CellAddress>>,
): ReadonlyMap<number, CopiedRow> {
  const column = ledger.columns.find(({ role }) => role === 'number')?.id
  const first = new Map<string, number>()
  const copied = new Map<number, CopiedRow>()
  if (column === undefined) return copied
  ;(record.ledgers[ledger.id] ?? []).forEach((row, index) => {
    const number = row[column]?.trim() ?? ''
    if (number === '') return
    const from = first.get(number)
    if (from === undefined) {
      first.set(number, index)
      return
    }
    const place = addresses[cellPath(ledger.id, index, column)]
    copied.set(index, { number, from, ...(place ? { place } : {}) })
  })
  return copied
}

/** A name for each row that stays with it when rows are sorted, inserted or deleted: its number, else what identifies it; the second of the same gets a mark. */
export function rowKeys(ledger: Ledger, record: FormRecord): readonly string[] {
  const column = ledger.columns.find(({ role }) => role === 'number')?.id ?? ''
  const seen = new Map<string, number>()
  return (record.ledgers[ledger.id] ?? []).map((row) => {
    const own = row[column] ?? identityOf(ledger, row)
    const times = seen.get(own) ?? 0
    seen.set(own, times + 1)
    return times === 0 ? own : `${own} ${String(times)}`
  })
}

/** A row that an edit left alone comes again as the same object; a row is one of one ledger only. */
const identities = new WeakMap<Cells, string>()

function identityOf(ledger: Ledger, row: Cells): string {
  const known = identities.get(row) ?? rowIdentity(ledger, row)
  identities.set(row, known)
  return known
}
