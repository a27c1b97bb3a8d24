import type { Cells, Column, Form, FormRecord } from '@kaohe/shared-rules'
import { isReported, pairedRows } from './paired-rows.ts'

/** How many changes there are, for who needs no more than that. */
export function countChanges(form: Form, before: FormRecord | null, after: FormRecord): number {
  const ledgers = form.ledgers.map((ledger) => {
    const columns = ledger.columns.filter(isReported)
    const rows = pairedRows(ledger, before?.ledgers[ledger.id] ?? [], after.ledgers[ledger.id] ?? [])
    return rows.filter(({ was, is }) => !is || differs(columns, was ?? {}, is)).length
  })
  const cells = form.matrix.columns.filter(isReported)
  return cells.filter((column) => differs([column], before?.cells ?? {}, after.cells)).length + sum(ledgers)
}

const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)

const differs = (columns: readonly Column[], before: Cells, after: Cells): boolean =>
  columns.some(({ id }) => (before[id] ?? null) !== (after[id] ?? null))
