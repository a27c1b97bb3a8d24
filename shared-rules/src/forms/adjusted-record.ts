import type { FormRecord } from './record.ts'

type Row = Readonly<Record<string, string | null>>

/** What takes the place of what was reported: another figure, other cells of a row, or nothing at all of it. */
export type Adjustment =
  { readonly value: string } | { readonly cells: Readonly<Record<string, string>> } | { readonly struck: true }

/** Where an adjustment lies: a column of the matrix, or a row of a ledger (counted from zero). */
export type AdjustedPlace = { readonly column: string } | { readonly ledger: string; readonly row: number }

export interface PlacedAdjustment {
  readonly place: AdjustedPlace
  readonly adjustment: Adjustment
}

/** The record as it would be if these adjustments (核减) were right; a struck row is left out. What does not fit its place changes nothing. */
export function adjustedRecord(record: FormRecord, adjustments: readonly PlacedAdjustment[]): FormRecord {
  const cells = { ...record.cells }
  const rows = new Map<string, Map<number, Row | null>>()
  for (const { place, adjustment } of adjustments) {
    if ('column' in place) {
      if ('value' in adjustment) cells[place.column] = adjustment.value
      continue
    }
    const { ledger, row } = place
    const changed = rows.get(ledger) ?? new Map<number, Row | null>()
    rows.set(ledger, changed)
    changed.set(row, 'cells' in adjustment ? { ...record.ledgers[ledger]?.[row], ...adjustment.cells } : null)
  }
  const ledgers = Object.entries(record.ledgers).map(([ledger, given]) => {
    const changed = rows.get(ledger)
    if (!changed) return [ledger, given] as const
    const kept = given.flatMap((row, index) => {
      const other = changed.get(index)
      return other === null ? [] : [other ?? row]
    })
    return [ledger, kept] as const
  })
  return { ...record, cells, ledgers: Object.fromEntries(ledgers) }
}
