import type { UnitFacts } from './facts.ts'
import type { Form, Ledger } from './forms/form.ts'
import type { Cells, FormRecord } from './forms/record.ts'
import type { ItemMemory } from './item-memory.ts'
import type { Targets, Unit } from './unit.ts'

/**
 * The facts of one unit from what it reported, form by form.
 *
 * A form that was not reported leaves its figures and ledgers absent: not known, never zero. An empty cell is null, and
 * text that is no number stays as it was typed, so that scoring names it instead of guessing. Ledger rows keep their place:
 * item n of the facts is row n of the record. Figures are in the unit of their column (万元, 个).
 *
 * `archived` holds rows by ledger that were let go from it and go on counting (竣工后移出): those no longer reported come last.
 */
export function factsOfRecords(
  pack: { readonly forms: readonly Form[] },
  unit: Unit,
  targets: Targets,
  records: Readonly<Record<string, FormRecord | undefined>>,
  archived: Readonly<Record<string, readonly Cells[]>> = {},
  memory: ItemMemory = (_ledger, _cells, make) => make(),
): UnitFacts {
  const actuals: Record<string, string | null> = {}
  const items: Record<string, Record<string, string | null>[]> = {}
  for (const form of pack.forms) {
    const record = records[form.id]
    if (record === undefined) continue
    for (const { id, figure } of form.matrix.columns) {
      if (figure !== undefined) actuals[figure] = typed(record.cells, id)
    }
    for (const ledger of form.ledgers) {
      const reported = record.ledgers[ledger.id] ?? []
      const rows = [...reported, ...rowsNotIn(ledger, reported, archived[ledger.id] ?? [])]
      items[ledger.id] = rows.map((cells) => memory(ledger, cells, () => itemOf(ledger, cells)))
    }
  }
  return { id: unit.id, name: unit.name, pool: unit.pool, targets: { ...targets }, actuals, items, flags: [] }
}

function itemOf({ columns }: Ledger, cells: Cells): Record<string, string | null> {
  const item: Record<string, string | null> = {}
  for (const { id } of columns) item[id] = typed(cells, id)
  return item
}

/** The archived rows that a ledger no longer holds, neither by their number nor by what identifies a row without one. */
export function rowsNotIn(ledger: Ledger, reported: readonly Cells[], archived: readonly Cells[]): readonly Cells[] {
  const number = ledger.columns.find(({ role }) => role === 'number')?.id ?? ''
  const identity = (cells: Cells) => JSON.stringify(ledger.identity.map((column) => typed(cells, column)))
  return archived.filter(
    (row) =>
      !reported.some(
        (other) =>
          (typed(row, number) !== null && typed(other, number) === typed(row, number)) ||
          identity(other) === identity(row),
      ),
  )
}

function typed(cells: Cells, column: string): string | null {
  const text = cells[column]?.trim() ?? ''
  return text === '' ? null : text
}
