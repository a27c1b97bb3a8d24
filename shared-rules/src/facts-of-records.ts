import type { UnitFacts } from './facts.ts'
import type { Form } from './forms/form.ts'
import type { Cells, FormRecord } from './forms/record.ts'
import type { Targets, Unit } from './unit.ts'

/**
 * The facts of one unit from what it reported, form by form.
 *
 * A form that was not reported leaves its figures and ledgers absent: not known, never zero. An empty cell is null, and
 * text that is no number stays as it was typed, so that scoring names it instead of guessing. Ledger rows keep their place:
 * item n of the facts is row n of the record. Figures are in the unit of their column (万元, 个).
 */
export function factsOfRecords(
  pack: { readonly forms: readonly Form[] },
  unit: Unit,
  targets: Targets,
  records: Readonly<Record<string, FormRecord | undefined>>,
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
      const rows = record.ledgers[ledger.id] ?? []
      items[ledger.id] = rows.map((cells) => Object.fromEntries(ledger.columns.map(({ id }) => [id, typed(cells, id)])))
    }
  }
  return { id: unit.id, name: unit.name, pool: unit.pool, targets: { ...targets }, actuals, items, flags: [] }
}

function typed(cells: Cells, column: string): string | null {
  const text = cells[column]?.trim() ?? ''
  return text === '' ? null : text
}
