import { isReported, pairedRows } from './paired-rows.ts'
import {
  cellPath,
  type CellPath,
  type Cells,
  type Column,
  type Form,
  type FormRecord,
  type Ledger,
} from '@kaohe/shared-rules'

export interface CellChange {
  readonly column: Column
  readonly path: CellPath | null
  readonly before: string | null
  readonly after: string | null
}

/** What differs from the last receipt: cells of the unit's row, and rows of its ledgers wherever they were moved to. */
export type Change =
  | ({ readonly kind: 'cell' } & CellChange)
  | {
      readonly kind: 'row'
      readonly ledger: Ledger
      readonly what: 'added' | 'changed' | 'removed'
      /** Where the row lies now, or lay then if it is gone; counted from zero. */
      readonly row: number
      readonly name: string
      readonly cells: readonly CellChange[]
    }

/** Compares what would be reported with what was. Without an earlier report everything filled in is a change. */
export function changesSince(form: Form, before: FormRecord | null, after: FormRecord): readonly Change[] {
  const cells = differences(form.matrix.columns, before?.cells ?? {}, after.cells, (column) => cellPath(column.id))
  return [
    ...cells.map((cell) => ({ kind: 'cell' as const, ...cell })),
    ...form.ledgers.flatMap((ledger) =>
      rowChanges(ledger, before?.ledgers[ledger.id] ?? [], after.ledgers[ledger.id] ?? []),
    ),
  ]
}

function rowChanges(ledger: Ledger, before: readonly Cells[], after: readonly Cells[]): readonly Change[] {
  return pairedRows(ledger, before, after).flatMap(({ was, is, row }): Change[] => {
    const path = (column: Column) => (is ? cellPath(ledger.id, row, column.id) : null)
    const cells = differences(ledger.columns, was ?? {}, is ?? {}, path)
    if (is && cells.length === 0) return []
    const what = !is ? 'removed' : was ? 'changed' : 'added'
    return [{ kind: 'row', ledger, what, row, name: nameOf(ledger, is ?? was ?? {}), cells }]
  })
}

function nameOf(ledger: Ledger, row: Cells): string {
  const first = ledger.identity.map((id) => row[id]).find((text) => text)
  return first ?? ''
}

function differences(
  columns: readonly Column[],
  before: Cells,
  after: Cells,
  path: (column: Column) => CellPath | null,
): readonly CellChange[] {
  return columns
    .filter(isReported)
    .map((column) => ({
      column,
      path: path(column),
      before: before[column.id] ?? null,
      after: after[column.id] ?? null,
    }))
    .filter(({ before, after }) => before !== after)
}
