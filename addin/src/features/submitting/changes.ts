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
  const left = new Map<string, number[]>()
  before.forEach((row, index) => {
    for (const key of keysOf(ledger, row)) left.set(key, [...(left.get(key) ?? []), index])
  })
  const taken = new Set<number>()
  const changes: Change[] = []
  after.forEach((row, index) => {
    const was = keysOf(ledger, row)
      .flatMap((key) => left.get(key) ?? [])
      .find((index) => !taken.has(index))
    if (was !== undefined) taken.add(was)
    const earlier = was === undefined ? undefined : before[was]
    const path = (column: Column) => cellPath(ledger.id, index, column.id)
    const cells = differences(ledger.columns, earlier ?? {}, row, path)
    if (cells.length === 0) return
    const what = earlier ? 'changed' : 'added'
    changes.push({ kind: 'row', ledger, what, row: index, name: nameOf(ledger, row), cells })
  })
  before.forEach((row, index) => {
    if (taken.has(index)) return
    const cells = differences(ledger.columns, row, {}, () => null)
    changes.push({ kind: 'row', ledger, what: 'removed', row: index, name: nameOf(ledger, row), cells })
  })
  return changes
}

/** What a row is known by: its issued number first, else what identifies it. */
function keysOf(ledger: Ledger, row: Cells): readonly string[] {
  const number = ledger.columns.find(({ role }) => role === 'number')
  const issued = number ? row[number.id] : null
  const named = ledger.identity.map((id) => row[id] ?? '')
  return [
    ...(issued ? [`number ${issued}`] : []),
    ...(named.some((text) => text !== '') ? [`named ${JSON.stringify(named)}`] : []),
  ]
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
    .filter(({ role }) => role === 'input' || role === 'note')
    .map((column) => ({
      column,
      path: path(column),
      before: before[column.id] ?? null,
      after: after[column.id] ?? null,
    }))
    .filter(({ before, after }) => before !== after)
}
