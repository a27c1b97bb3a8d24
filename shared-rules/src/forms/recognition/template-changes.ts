import type { Column, Form } from '../form.ts'
import { parseColumnName } from '../names.ts'
import type { WorkbookSnapshot } from '../snapshot.ts'
import { isRequired, tablesOf, type Binding } from './binding.ts'

/** One column that a newer template of a form has more, or no longer. */
export interface TemplateChange {
  readonly what: 'added' | 'removed'
  /** Null for the 分解表. */
  readonly ledger: string | null
  /** The column's id, and its head where the description of the form knows it. */
  readonly column: string
  readonly head: readonly string[]
}

/** How the form in force differs from the workbook that was made from an earlier template of it: by our names in the workbook, and by what was found. */
export function templateChanges(
  form: Form,
  binding: Binding,
  names: WorkbookSnapshot['names'],
): readonly TemplateChange[] {
  const tables = tablesOf(form)
  const added = tables.flatMap(({ ledger, columns }) => {
    const bound = ledger === null ? binding.matrix.columns : (binding.ledgers[ledger]?.columns ?? {})
    return columns
      .filter((column) => isRequired(column) && !(column.id in bound))
      .map(({ id, head }): TemplateChange => ({ what: 'added', ledger, column: id, head }))
  })
  const removed = Object.keys(names).flatMap((name): TemplateChange[] => {
    const parsed = parseColumnName(name)
    if (!parsed || parsed.form.toLowerCase() !== form.id.toLowerCase() || parsed.template !== binding.template)
      return []
    const table = tables.find(({ ledger }) => (ledger ?? '').toLowerCase() === (parsed.ledger ?? '').toLowerCase())
    const known = table?.columns.some((column: Column) => column.id.toLowerCase() === parsed.column.toLowerCase())
    return known
      ? []
      : [{ what: 'removed', ledger: table?.ledger ?? null, column: parsed.column, head: [parsed.column] }]
  })
  return [...added, ...removed]
}
