import { type Cells, type Form, type FormRecord, type Ledger } from '@kaohe/shared-rules'
import type { RowNumber } from './receipt.ts'

/** A number issued earlier to a row of this unit. */
export interface IssuedNumber {
  readonly ledger: string
  readonly number: string
  readonly counter: number
  readonly identity: string
}

export interface Numbering {
  readonly numbers: readonly RowNumber[]
  readonly issued: readonly IssuedNumber[]
  /** Rows whose number cell holds something that was never issued for them; by ledger and row. */
  readonly strange: readonly { readonly ledger: string; readonly row: number; readonly column: string }[]
}

/**
 * Gives every filled ledger row its number for good: the number in its cell if that was issued to this unit, else the one
 * issued earlier to a row of the same identity (name and start date), else a new one. Each number goes to one row only,
 * so a copied row becomes a project of its own.
 */
export function numberRows(
  form: Form,
  record: FormRecord,
  known: readonly IssuedNumber[],
  numberOf: (counter: number) => string,
): Numbering {
  const numbers: RowNumber[] = []
  const issued: IssuedNumber[] = []
  const strange: { ledger: string; row: number; column: string }[] = []
  for (const ledger of form.ledgers) {
    const column = ledger.columns.find(({ role }) => role === 'number')?.id
    const free = new Map(known.filter((entry) => entry.ledger === ledger.id).map((entry) => [entry.number, entry]))
    let counter = Math.max(0, ...[...free.values()].map((entry) => entry.counter))
    const rows = (record.ledgers[ledger.id] ?? []).map((cells, row) => ({ cells, row }))
    const filled = rows.filter(({ cells }) => identityOf(ledger, cells) !== null)
    const given = new Map<number, string>()
    for (const { cells, row } of filled) {
      const typed = column === undefined ? '' : (cells[column]?.trim() ?? '')
      if (free.delete(typed)) given.set(row, typed)
      else if (typed !== '' && column !== undefined) strange.push({ ledger: ledger.id, row, column })
    }
    for (const { cells, row } of filled) {
      if (given.has(row)) continue
      const identity = identityOf(ledger, cells)
      const earlier = [...free.values()].find((entry) => entry.identity === identity)
      if (earlier) {
        free.delete(earlier.number)
        given.set(row, earlier.number)
      } else if (identity !== null) {
        counter += 1
        const number = numberOf(counter)
        issued.push({ ledger: ledger.id, number, counter, identity })
        given.set(row, number)
      }
    }
    for (const { row } of filled) {
      const number = given.get(row)
      if (number !== undefined) numbers.push({ ledger: ledger.id, row, number })
    }
  }
  return { numbers, issued, strange }
}

/** What tells this row from others, or null for a row in which nothing of it is filled. */
function identityOf(ledger: Ledger, cells: Cells): string | null {
  const parts = ledger.identity.map((column) => cells[column]?.trim() ?? '')
  return parts.every((part) => part === '') ? null : JSON.stringify(parts)
}
