import type { Ledger } from '../forms/form.ts'
import type { Cells } from '../forms/record.ts'
import { textOf } from './row/row.ts'

export interface MatchedRows {
  /** By the row's index: the same row in the report before, or null for a new one. */
  readonly previous: readonly (Cells | null)[]
  /** Rows of the report before that have no match. */
  readonly lost: readonly Cells[]
}

/**
 * Finds each row of a ledger in the report before: by the number the service issued, else by the ledger's identity
 * columns. An earlier row is matched once, so a copied row stays a new one.
 */
export function matchRows(ledger: Ledger, rows: readonly Cells[], before: readonly Cells[]): MatchedRows {
  const number = ledger.columns.find((column) => column.role === 'number')?.id
  const open = new Set(before.filter((cells) => !isBlank(ledger, cells)))
  const previous = new Map<number, Cells>()
  const take = (keyOf: (cells: Cells) => string): void => {
    if (open.size === 0) return
    const byKey = new Map([...open].reverse().map((cells) => [keyOf(cells), cells]))
    rows.forEach((cells, index) => {
      const key = keyOf(cells)
      const match = key === '' || previous.has(index) ? undefined : byKey.get(key)
      if (match === undefined || !open.delete(match)) return
      previous.set(index, match)
    })
  }
  if (number !== undefined) take((cells) => textOf(cells, number))
  take((cells) => identityOf(ledger, cells))
  return { previous: rows.map((_, index) => previous.get(index) ?? null), lost: [...open] }
}

/** Nothing a unit would type stands in the row. */
export function isBlank(ledger: Ledger, cells: Cells): boolean {
  return ledger.columns.every(
    ({ id, role }) => role === 'number' || role === 'ordinal' || role === 'derived' || textOf(cells, id) === '',
  )
}

/** What a person calls the row: the first thing typed in it. Empty while that is missing. */
export function nameOf(ledger: Ledger, cells: Cells): string {
  const naming = ledger.columns.find(({ role }) => role === 'input')
  return naming === undefined ? '' : textOf(cells, naming.id)
}

function identityOf(ledger: Ledger, cells: Cells): string {
  const parts = ledger.identity.map((column) => textOf(cells, column))
  return parts.every((part) => part === '') ? '' : JSON.stringify(parts)
}
