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

function rowChanges(ledger: Ledger, before: readonly Cells[], after: readonly Cells[]): readonly Change[] {
  return pairedRows(ledger, before, after).flatMap(({ was, is, row }): Change[] => {
    const path = (column: Column) => (is ? cellPath(ledger.id, row, column.id) : null)
    const cells = differences(ledger.columns, was ?? {}, is ?? {}, path)
    if (is && cells.length === 0) return []
    const what = !is ? 'removed' : was ? 'changed' : 'added'
    return [{ kind: 'row', ledger, what, row, name: nameOf(ledger, is ?? was ?? {}), cells }]
  })
}

interface PairedRow {
  readonly was: Cells | undefined
  readonly is: Cells | undefined
  /** Where it lies now, or lay then if it is gone. */
  readonly row: number
}

/** Each row beside what it was, wherever it was moved to; those that are gone come last. */
function pairedRows(ledger: Ledger, before: readonly Cells[], after: readonly Cells[]): readonly PairedRow[] {
  const left = new Map<string, number[]>()
  before.forEach((row, index) => {
    for (const key of keysOf(ledger, row)) left.set(key, [...(left.get(key) ?? []), index])
  })
  const taken = new Set<number>()
  const found = after.map((is, row): PairedRow => {
    const at =
      left.size === 0
        ? undefined
        : keysOf(ledger, is)
            .flatMap((key) => left.get(key) ?? [])
            .find((index) => !taken.has(index))
    if (at !== undefined) taken.add(at)
    return { was: at === undefined ? undefined : before[at], is, row }
  })
  const gone = before.flatMap((was, row): PairedRow[] => (taken.has(row) ? [] : [{ was, is: undefined, row }]))
  return [...found, ...gone]
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
    .filter(isReported)
    .map((column) => ({
      column,
      path: path(column),
      before: before[column.id] ?? null,
      after: after[column.id] ?? null,
    }))
    .filter(({ before, after }) => before !== after)
}

const isReported = ({ role }: Column): boolean => role === 'input' || role === 'note'

const differs = (columns: readonly Column[], before: Cells, after: Cells): boolean =>
  columns.some(({ id }) => (before[id] ?? null) !== (after[id] ?? null))
